import type { Page } from 'playwright-core';
import type { Organisation, Scene } from './organisations.ts';

/** One page, tab, panel or dialog, and the states in which it is pictured. */
export type Subject = {
  name: string;
  /** Where it stands, state by state; a state that is absent does not exist. `full` is also taken in Arabic and failing. */
  views: Record<string, { organisation: Organisation; address: string }>;
  /** Whose addresses fail in `failing` (500) and `forbidden` (403). Without it neither is taken. */
  data?: RegExp;
  /** What is clicked or typed before the picture; without words, so that it does the same in Arabic. */
  prepare?: (page: Page) => Promise<void>;
  /** Pictured as somebody who has not signed in. */
  isSignedOut?: true;
};

const SETTINGS = {
  organisation: /\/api\/tenant/, metrics: /\/api\/tenant/, fields: /\/api\/forms/, dictionary: /\/api\/attributes/, sync: /\/api\/cx-personas/,
  members: /\/api\/(members|invitations)/, keys: /\/api\/api-keys/, audit: /\/api\/audit-log/,
};
const LOADING_MS = 15_000;

/** Every page of the product, with what stands on it in each state. */
export function listSubjects(scene: Scene): Subject[] {
  return [...frameSubjects(scene), ...personaSubjects(scene), ...portfolioSubjects(scene), ...responseSubjects(scene), ...importSubjects(scene), ...settingSubjects()];
}

function frameSubjects(scene: Scene): Subject[] {
  const at = (address: string): Subject['views'] => ({ full: { organisation: 'demo', address } });
  const { pathname, search, hash } = new URL(scene.invitation);
  return [
    { name: 'sign-in', isSignedOut: true, views: at('/') },
    { name: 'invitation', isSignedOut: true, views: at(pathname + search + hash) },
    { name: 'help', views: at('/help') },
    { name: 'help-sheet', views: at('/help'), prepare: (page) => press(page, '?') },
    {
      name: 'search', views: at('/runs'), data: /\/api\/(cx-personas|forms|responses)/,
      prepare: async (page) => {
        await press(page, '/');
        await page.getByRole('combobox').last().fill('oli');
      },
    },
    { name: 'unknown-page', views: at('/nowhere') },
    { name: 'runs', data: /\/api\/runs/, views: { ...at('/runs'), empty: { organisation: 'empty', address: '/runs' }, filtered: { organisation: 'demo', address: '/runs?status=failed' } } },
    { name: 'run-panel', data: /\/api\/runs\/\d+/, views: { ...at('/runs'), own: { organisation: 'own', address: '/runs' } }, prepare: openFirstRun },
  ];
}

function personaSubjects(scene: Scene): Subject[] {
  const everywhere = (address: string): Subject['views'] => {
    const views: Subject['views'] = {};
    for (const organisation of ['demo', 'empty', 'bare', 'crowded'] as const) views[organisation === 'demo' ? 'full' : organisation] = { organisation, address };
    return views;
  };
  return [
    { name: 'gallery', data: /\/api\/cx-personas/, views: { ...everywhere('/persona-builder'), ...publicView(scene, '/persona-builder'), 'nothing-found': { organisation: 'demo', address: '/persona-builder?q=nobody%20like%20this' } } },
    { name: 'gallery-new', views: { full: { organisation: 'demo', address: '/persona-builder?create=template' }, blank: { organisation: 'empty', address: '/persona-builder?create=blank' }, json: { organisation: 'demo', address: '/persona-builder?create=json' } } },
    { name: 'compare', data: /\/analytics|overlap|portfolio/, views: { full: { organisation: 'demo', address: `/persona-builder?compare=${scene.demo.persona},${scene.demo.edited}` } } },
    ...canvasSubjects(scene),
    ...analyticsSubjects(scene),
  ];
}

function canvasSubjects(scene: Scene): Subject[] {
  const canvas = (organisation: Organisation, id: number) => ({ organisation, address: `/persona-builder/${id}?tab=canvas` });
  const full = canvas('demo', scene.demo.persona);
  const views = { full, 'no-answers': canvas('bare', scene.bare.withRules), empty: canvas('bare', scene.bare.withoutRules), crowded: canvas('crowded', scene.crowded.persona), missing: canvas('demo', 987_654_321) };
  return [
    { name: 'canvas', data: /evidence|preview|distribution|held/, views: scene.public === null ? views : { ...views, public: canvas('public', scene.public.persona) } },
    { name: 'canvas-itself', data: /\/api\/cx-personas\/\d+$/, views: { full } },
    { name: 'rules', views: { full, empty: canvas('bare', scene.bare.withRules) }, prepare: openFirstRule },
    { name: 'publish', views: { full }, prepare: openPublishing },
    { name: 'versions', data: /versions/, views: { full: canvas('demo', scene.demo.edited), empty: canvas('bare', scene.bare.withoutRules) }, prepare: openVersions },
  ];
}

function analyticsSubjects(scene: Scene): Subject[] {
  const tab = (organisation: Organisation, id: number, more = '&range=all') => ({ organisation, address: `/persona-builder/${id}?tab=analytics${more}` });
  const data = /analytics|evolution|top-matches|diagnostics|differences/;
  const views: Subject['views'] = {
    full: tab('demo', scene.demo.persona), edited: tab('demo', scene.demo.edited), 'last-7-days': tab('demo', scene.demo.persona, '&range=7'),
    'no-answers': tab('bare', scene.bare.withRules), empty: tab('bare', scene.bare.withoutRules), crowded: tab('crowded', scene.crowded.persona),
  };
  if (scene.public !== null) views['public'] = tab('public', scene.public.persona);
  return [
    { name: 'analytics', data, views },
    { name: 'analytics-shares', views: { full: tab('demo', scene.demo.persona, '&range=all&volume=shares') } },
    { name: 'analytics-one-edition', views: { full: tab('demo', scene.demo.edited, '&range=all&under=one') } },
    { name: 'analytics-export', views: { full: tab('demo', scene.demo.persona) }, prepare: openExport },
    { name: 'analytics-people', data: /\/people/, views: { full: tab('demo', scene.demo.persona, '&range=all&people=strong') } },
  ];
}

function portfolioSubjects(scene: Scene): Subject[] {
  const views: Subject['views'] = {};
  for (const organisation of ['demo', 'empty', 'bare', 'crowded'] as const) views[organisation === 'demo' ? 'full' : organisation] = { organisation, address: '/portfolio' };
  return [
    { name: 'portfolio', data: /\/portfolio/, views: { ...views, ...publicView(scene, '/portfolio') } },
    { name: 'portfolio-people', data: /\/people/, views: { full: { organisation: 'demo', address: '/portfolio?people=none' } } },
  ];
}

function responseSubjects(scene: Scene): Subject[] {
  const demo = (address: string) => ({ organisation: 'demo' as const, address });
  return [
    {
      name: 'responses', data: /\/api\/responses/,
      views: { full: demo('/responses'), empty: { organisation: 'empty', address: '/responses' }, 'nothing-found': demo('/responses?q=no%20such%20answer'), ...publicView(scene, '/responses') },
    },
    { name: 'response', data: /\/api\/responses\//, views: { full: demo(`/responses/${scene.demo.response}`), missing: demo('/responses/987654321') } },
    { name: 'respondent', data: /\/api\/respondents\//, views: { full: demo(`/respondents/${scene.demo.respondent}`), missing: demo('/respondents/987654321') } },
  ];
}

function importSubjects(scene: Scene): Subject[] {
  const own = (address: string) => ({ organisation: 'own' as const, address });
  const step = (id: number) => own(`/imports/new?import=${id}`);
  return [
    { name: 'imports', data: /\/api\/imports/, views: { full: own('/imports'), empty: { organisation: 'empty', address: '/imports' } } },
    { name: 'import-1-file', views: { full: own('/imports/new'), empty: { organisation: 'empty', address: '/imports/new' } } },
    { name: 'import-2-columns', data: /\/api\/imports/, views: { full: step(scene.own.checked), refused: step(scene.own.refused) } },
    { name: 'import-3-running', views: { full: step(scene.own.imported) }, prepare: showAsRunning },
    { name: 'import-4-done', views: { full: step(scene.own.imported), 'first-time': { organisation: 'newcomer', address: `/imports/new?import=${scene.newcomer.imported}` } } },
  ];
}

function settingSubjects(): Subject[] {
  const sections = Object.entries(SETTINGS).map(([section, data]) => {
    const address = `/settings/${section}`;
    return { name: `settings-${section}`, data, views: { full: { organisation: 'own' as const, address }, empty: { organisation: 'empty' as const, address } } };
  });
  return [...sections, { name: 'settings-bands', data: /bands-preview/, views: { full: { organisation: 'own', address: '/settings/metrics' } }, prepare: changeBands }];
}

function publicView(scene: Scene, address: string): Subject['views'] {
  return scene.public === null ? {} : { public: { organisation: 'public', address } };
}

async function openFirstRun(page: Page): Promise<void> {
  await page.locator('tbody th button').first().click();
  await page.getByRole('dialog').first().waitFor({ timeout: LOADING_MS });
}

/** The only menu among the buttons of a page's head. */
async function openExport(page: Page): Promise<void> {
  await page.locator('main > header button[aria-haspopup=menu]').first().click();
  await page.getByRole('menu').waitFor({ timeout: LOADING_MS });
}

/** Says that less is a match, and waits for what that would change. */
async function changeBands(page: Page): Promise<void> {
  await page.locator('main form input').first().fill('35');
  await page.locator('main form table').first().waitFor({ timeout: LOADING_MS });
}

async function press(page: Page, key: string): Promise<void> {
  await page.locator('body').press(key);
  await page.getByRole('dialog').first().waitFor({ timeout: LOADING_MS });
}

/** On a phone the rules are a sheet of their own. */
async function openSheet(page: Page): Promise<void> {
  const sheet = page.locator('button[class*=sheetButton]');
  if ((await sheet.count()) === 0) return;
  await sheet.click();
  await page.getByRole('dialog').waitFor({ timeout: LOADING_MS });
}

/** Opens the first rule of the builder, on a phone the builder before it. */
export async function openFirstRule(page: Page): Promise<void> {
  await openSheet(page);
  await page.locator('button[aria-expanded][class*=sentence]').first().click();
  await page.waitForTimeout(400);
}

async function openPublishing(page: Page): Promise<void> {
  await openSheet(page);
  const weight = page.locator('input[type=number][step=any]').first();
  await weight.fill('3');
  await page.waitForTimeout(600);
  await weight.press('Control+Enter');
  await page.getByRole('dialog').getByRole('textbox').first().waitFor({ timeout: LOADING_MS });
}

/** The button before the last of the head: the editions. */
async function openVersions(page: Page): Promise<void> {
  await page.locator('main > header button').nth(-2).click();
  await page.getByRole('dialog').first().waitFor({ timeout: LOADING_MS });
}

/** A small import is over too soon to be pictured, so a stored one is shown as it was half-way. */
async function showAsRunning(page: Page): Promise<void> {
  await page.route(/\/api\/imports\/\d+$/, async (route) => {
    const stored = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...stored, status: 'importing', imported_at: null } });
  });
  await page.route(/\/api\/runs/, async (route) => {
    const { items } = (await (await route.fetch()).json()) as { items: { kind: string }[] };
    const halfWay = { status: 'running', done: 118, total: 240, finished_at: null, started_at: new Date(Date.now() - 2000).toISOString() };
    await route.fulfill({ json: { items: items.map((run) => (run.kind === 'import' ? { ...run, ...halfWay } : run)), next_cursor: null } });
  });
  await page.reload();
  await page.getByRole('progressbar').first().waitFor({ timeout: LOADING_MS });
}
