import fs from 'node:fs';
import path from 'node:path';
import { type LikenessClient, unwrap } from '@likeness/sdk';
import { clientOfContext } from '../testing/client-of-context.ts';
import { endOfRun, waitForRuns } from '../testing/wait-for-runs.ts';
import type { World } from '../testing/world.ts';
import { toMappingRules } from './survey-of-others.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const COFFEE = path.join(ROOT, 'examples/coffee-survey.csv');
const SURVEY_OF_OTHERS = path.join(process.env['LIKENESS_SHARED'] ?? path.join(ROOT, '../shared'), 'data/r-community-survey');
const CROWD = 30;

/** Who is pictured. `crowded`: thirty personas with long names. `newcomer`: a first import, and no persona yet. `bare`: personas, nobody asked. `public`: a survey that others made. */
export type Organisation = 'demo' | 'empty' | 'bare' | 'crowded' | 'own' | 'newcomer' | 'public';

/** What the addresses of the pages need, organisation by organisation. `public` is null where that survey is absent. */
export type Scene = {
  tenantIds: Record<Exclude<Organisation, 'public'>, number> & { public: number | null };
  demo: { persona: number; edited: number; response: number; respondent: number };
  bare: { withRules: number; withoutRules: number };
  crowded: { persona: number };
  own: { checked: number; imported: number; refused: number };
  newcomer: { imported: number };
  public: { persona: number } | null;
  /** Nobody used it yet. */
  invitation: string;
};

/**
 * Makes what is pictured beside the demo: an empty organisation, one before its first answer, a crowded one, and imports.
 * `isDemoEdited`: a persona of the demo gets a second edition; else the demo stays as everybody sees it after a first start.
 */
export async function makeScene(world: World, { isDemoEdited }: { isDemoEdited: boolean }): Promise<Scene> {
  const { client, session } = world;
  const demo = unwrap(await session.GET('/api/tenant')).id;
  const empty = await makeTenant(world, 'New here');
  const bare = await makeTenant(world, 'Before the first answer');
  const crowded = await makeTenant(world, 'Everybody and everything, international');
  const own = await makeTenant(world, 'Corner café');
  const newcomer = await makeTenant(world, 'First import');
  const others = fs.existsSync(SURVEY_OF_OTHERS) ? await makeTenant(world, 'R community') : null;
  const scene = {
    demo: await fillDemo(client, isDemoEdited),
    bare: await fillBare(bare.client),
    own: await fillOwn(own.client),
    crowded: await fillCrowded(crowded.client),
    newcomer: await fillNewcomer(newcomer.client),
    public: others === null ? null : await fillPublic(others.client),
    invitation: unwrap(await session.POST('/api/invitations', { body: { email: 'new.colleague@example.com', role: 'editor' } })).link,
  };
  return { ...scene, tenantIds: { demo, empty: empty.id, bare: bare.id, crowded: crowded.id, own: own.id, newcomer: newcomer.id, public: others?.id ?? null } };
}

async function makeTenant({ likeness, session, person }: World, name: string): Promise<{ id: number; client: LikenessClient }> {
  const { id } = unwrap(await session.POST('/api/tenants', { body: { name, time_zone: 'Europe/London' } }));
  return { id, client: await clientOfContext(person, likeness.url, id) };
}

async function fillDemo(client: LikenessClient, isEdited: boolean): Promise<Scene['demo']> {
  const personas = unwrap(await client.GET('/api/cx-personas')).items;
  const idOf = (start: string): number => personas.find(({ name }) => name.startsWith(start))?.id ?? personas[0]?.id ?? 0;
  const edited = personas.find(({ rules, name }) => rules !== null && !name.startsWith('Olivia'));
  if (edited !== undefined && isEdited) {
    const rules = (edited.rules?.rules ?? []) as { weight?: number }[];
    const mapping_rules = { ...edited.rules, rules: rules.map((rule, index) => (index === 0 ? { ...rule, weight: 2 } : rule)) };
    const header = { 'if-match': `"${edited.revision}"` };
    unwrap(await client.PATCH('/api/cx-personas/{id}', { params: { path: { id: edited.id }, header }, body: { mapping_rules, note: 'The first question tells most' } as never }));
    await waitForRuns(client);
  }
  const respondent = unwrap(await client.GET('/api/respondents', { params: { query: { limit: 1 } } })).items[0]?.id ?? 0;
  const response = unwrap(await client.GET('/api/responses', { params: { query: { limit: 1, respondent_id: respondent } } })).items[0]?.id ?? 0;
  return { persona: idOf('Olivia'), edited: edited?.id ?? 0, response, respondent };
}

async function fillBare(client: LikenessClient): Promise<Scene['bare']> {
  const withRules = unwrap(await client.POST('/api/cx-personas', { body: { name: 'First guess', status: 'active', mapping_rules: { age: { min: 20, max: 40 }, plan: ['Business'], goals: ['Save time'] } } }));
  const withoutRules = unwrap(await client.POST('/api/cx-personas', { body: { name: 'Only a name' } }));
  return { withRules: withRules.id, withoutRules: withoutRules.id };
}

/** The survey of the examples: one import that is only checked, one that is stored, and one with refused rows. */
async function fillOwn(client: LikenessClient): Promise<Scene['own']> {
  const imported = await upload(client, COFFEE);
  await start(client, imported);
  const checked = await upload(client, COFFEE);
  const rows = Array.from({ length: 60 }, (_, row) => `${row % 17 === 5 ? '' : `2026-01-${String((row % 28) + 1).padStart(2, '0')}`},${20 + row},Tea`);
  const refused = await uploadText(client, 'new-menu-answers-january.csv', `submitted at,How old are you?,What do you drink?\n${rows.join('\n')}\n`);
  const { personas } = JSON.parse(fs.readFileSync(path.join(ROOT, 'examples/coffee-personas.json'), 'utf8')) as { personas: { name: string; mapping_rules: object }[] };
  for (const { name, mapping_rules } of personas) unwrap(await client.POST('/api/cx-personas', { body: { name, status: 'active', mapping_rules } as never }));
  unwrap(await client.POST('/api/api-keys', { body: { name: 'Website form', scopes: ['submit'] } }));
  unwrap(await client.POST('/api/attributes', { body: { name: 'age', aliases: ['How old are you?'] } as never }));
  await bringUpToDate(client);
  return { imported, checked, refused };
}

async function fillNewcomer(client: LikenessClient): Promise<Scene['newcomer']> {
  const imported = await upload(client, COFFEE);
  await start(client, imported);
  return { imported };
}

/** Thirty personas over a small survey, as in a company where every department wrote its own. */
async function fillCrowded(client: LikenessClient): Promise<Scene['crowded']> {
  await start(client, await upload(client, COFFEE));
  const age = unwrap(await client.GET('/api/attributes/held')).items.find(({ attribute }) => /old|age/i.test(attribute))?.attribute ?? 'age';
  const ids: number[] = [];
  for (let n = 0; n < CROWD; n++) {
    const name = n % 3 === 0 ? `Regional procurement and sustainability coordinator, mid-sized companies, northern and eastern districts ${n + 1}` : `Guest ${n + 1}`;
    const mapping_rules = { rules: [{ attribute: age, is: { between: [16 + n, 40 + n] } }, { attribute: age, is: { atLeast: 18 } }, { attribute: age, is: { atMost: 70 + n } }] };
    const description = n % 3 === 0 ? 'Compares offers of several suppliers over weeks, has to convince three committees, and is measured by delivery reliability and emissions alike' : 'Comes by';
    ids.push(unwrap(await client.POST('/api/cx-personas', { body: { name, description, status: 'active', mapping_rules, tags: ['pilot', 'international-accounts'] } as never })).id);
  }
  await bringUpToDate(client);
  return { persona: ids[0] ?? 0 };
}

async function fillPublic(client: LikenessClient): Promise<Scene['public']> {
  await start(client, await upload(client, path.join(SURVEY_OF_OTHERS, '2018-english-form-responses.tsv')));
  const form = unwrap(await client.GET('/api/forms')).items[0];
  const ids: number[] = [];
  for (const body of toMappingRules(path.join(SURVEY_OF_OTHERS, 'personas.json'), form?.fields ?? [])) ids.push(unwrap(await client.POST('/api/cx-personas', { body: body as never })).id);
  await bringUpToDate(client);
  return { persona: ids[0] ?? 0 };
}

/** Waits until all are scored, and writes their days, as the night would. */
async function bringUpToDate(client: LikenessClient): Promise<void> {
  await waitForRuns(client);
  for (const { id, rules } of unwrap(await client.GET('/api/cx-personas', { params: { query: { limit: 100 } } })).items) {
    if (rules !== null) unwrap(await client.POST('/api/cx-personas/{id}/sync', { params: { path: { id } } }));
  }
  await waitForRuns(client);
}

function upload(client: LikenessClient, file: string): Promise<number> {
  return uploadText(client, path.basename(file), fs.readFileSync(file, 'utf8'));
}

/** Uploads a file and checks it under the proposed mapping. */
async function uploadText(client: LikenessClient, name: string, text: string): Promise<number> {
  const form = new FormData();
  form.append('file', new File([text], name, { type: 'text/csv' }));
  const uploaded = unwrap(await client.POST('/api/imports', { body: form as never, bodySerializer: (body: unknown) => body as FormData }));
  unwrap(await client.POST('/api/imports/{id}/check', { params: { path: { id: uploaded.id } }, body: uploaded.mapping as never }));
  return uploaded.id;
}

async function start(client: LikenessClient, id: number): Promise<void> {
  const run = unwrap(await client.POST('/api/imports/{id}/start', { params: { path: { id } } }));
  await endOfRun(client, run.id);
}
