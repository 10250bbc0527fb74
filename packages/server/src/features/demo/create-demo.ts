import { scopesOfRole, type Caller, type SignedInUser } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import type { AttributeService } from '../dictionary/attribute.service.ts';
import type { Form } from '../forms/form.queries.ts';
import type { FormService } from '../forms/form.service.ts';
import { listMembershipsOf } from '../organisation/membership.queries.ts';
import type { TenantService } from '../organisation/tenant.service.ts';
import type { PersonaService } from '../personas/persona.service.ts';
import type { SubmissionService } from '../responses/submission.service.ts';
import type { RunService } from '../runs/run.service.ts';
import { DEMO_FORMS, type DemoForm } from './demo-forms.ts';
import { PLACE_SPELLINGS } from './demo-people.ts';
import { DEMO_PERSONAS } from './demo-personas.ts';
import { generateDemoResponses, type DemoResponse } from './generate-demo-responses.ts';

export type DemoParts = {
  db: Database;
  clock: Clock;
  tenants: TenantService;
  forms: FormService;
  attributes: AttributeService;
  personas: PersonaService;
  runs: RunService;
  submissions: SubmissionService;
};

/**
 * Makes the demo tenant of its first owner: forms, dictionary, some 6,000 made-up responses of 18 months, five personas,
 * and a sync that writes their history. Scores follow within seconds.
 *
 * Each step looks first whether it is done, so that a start after a kill in the middle finishes what is missing. The
 * sync is asked for last: once there is one, the tenant is left alone, whatever its people made of it.
 */
export async function ensureDemo(parts: DemoParts, owner: SignedInUser): Promise<void> {
  const memberships = await listMembershipsOf(parts.db, owner.id);
  const tenantId = memberships[0]?.tenantId ?? (await parts.tenants.create(owner, { name: 'Demo', timeZone: 'Europe/London', isDemo: true })).id;
  const caller: Caller = {
    actor: `user:${owner.id}`, name: owner.name, userId: owner.id, tenantId, role: 'owner', scopes: scopesOfRole('owner'), requestId: null,
  };
  const { items: syncs } = await parts.runs.list(caller, { limit: 1, kind: 'sync' });
  if (syncs.length > 0) return;
  await ensureDictionary(parts, caller);
  await ensureResponses(parts, caller, await ensureForms(parts, caller));
  await ensurePersonas(parts, caller);
  await withTenant(parts.db, tenantId, (trx) => parts.runs.requestRun(trx, caller, { kind: 'sync' }));
  parts.runs.dispatchRuns();
}

async function ensureDictionary({ attributes }: DemoParts, caller: Caller): Promise<void> {
  const { items } = await attributes.list(caller, { limit: 1 });
  if (items.length > 0) return;
  await attributes.create(caller, { name: 'location', aliases: ['city'], synonyms: placeSynonyms(), language: null });
}

/** The demo's forms, in the order of DEMO_FORMS, with the number of responses that each has. */
async function ensureForms({ forms }: DemoParts, caller: Caller): Promise<Form[]> {
  const { items } = await forms.list(caller, { limit: DEMO_FORMS.length });
  const made: Form[] = [];
  for (const { name, fields } of DEMO_FORMS) {
    made.push(items.find((form) => form.name === name) ?? (await forms.create(caller, { name, fields: fields.map(toField) })));
  }
  return made;
}

/** Submits the responses of each form that has none, as anybody would: all of a form, or none. */
async function ensureResponses({ clock, submissions }: DemoParts, caller: Caller, forms: Form[]): Promise<void> {
  const byForm = Map.groupBy(generateDemoResponses(clock.now()), (response) => response.form);
  for (const [index, form] of forms.entries()) {
    if (form.response_count === 0) await submissions.submitMany(caller, form.id, toLines(byForm.get(index) ?? []));
  }
}

async function* toLines(responses: DemoResponse[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const { responseData, respondentKey, submittedAt } of responses) {
    const line = { response_data: responseData, submitted_at: submittedAt.toISOString(), ...(respondentKey !== null && { respondent_key: respondentKey }) };
    yield encoder.encode(`${JSON.stringify(line)}\n`);
  }
}

async function ensurePersonas({ personas }: DemoParts, caller: Caller): Promise<void> {
  const { items } = await personas.list(caller, { limit: DEMO_PERSONAS.length });
  const known = new Set(items.map((persona) => persona.name));
  for (const persona of DEMO_PERSONAS) {
    if (!known.has(persona.name)) await personas.create(caller, { ...persona, status: 'active', sync_config: { auto_sync: true, sync_frequency: 'daily' } });
  }
}

function toField(field: DemoForm['fields'][number]) {
  return {
    key: field.key, label: field.label, attribute: null, type: field.type, aliases: [], delimiter: null, missing: [], date_order: null,
    language: field.language ?? null, role: field.role ?? null, is_personal: false,
  };
}

function placeSynonyms(): Record<string, string> {
  const spellings = Object.entries(PLACE_SPELLINGS).flatMap(([place, variants]) => variants.map((variant) => [variant.trim(), place] as const));
  return Object.fromEntries(spellings.filter(([variant, place]) => variant.toLowerCase() !== place.toLowerCase()));
}
