import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileDictionary, compilePredicate, formatScore, parseRuleSet, type ResponseData } from '@likeness/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPage } from '../../examples/score-a-visitor/build.ts';
import { PERSONAS } from '../../examples/score-a-visitor/personas.ts';
import { FIELDS } from '../../examples/score-a-visitor/questions.ts';
import { findViolations } from '../testing/find-violations.ts';
import { openBrowser } from '../testing/open-browser.ts';

const LOOKS = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const;

/** What the visitor of the tests says, and how the page is told. */
const ANSWERS: ResponseData = { age: '31', location: 'London', role: 'Product manager', goals: ['Save time', 'Spend less'], comment: 'I left my startup' };

describe('the example page that scores a visitor', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'score-a-visitor-'));
  const file = path.join(folder, 'index.html');
  const left: string[] = [];
  const said: string[] = [];
  let browser: Browser;
  let html: string;

  beforeAll(async () => {
    html = await buildPage();
    fs.writeFileSync(file, html);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    fs.rmSync(folder, { recursive: true });
  });

  /** A tab with the page open. Whatever else it asks for is stopped and noted, as is what it says to the console. */
  async function open(address: string, look: (typeof LOOKS)[number] = LOOKS[0]): Promise<Page> {
    const { width, colorScheme } = look;
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    await context.route('**', (route) => {
      if (route.request().url() === address) return route.continue();
      left.push(route.request().url());
      return route.abort();
    });
    const page = await context.newPage();
    page.on('console', (message) => void said.push(message.text()));
    page.on('pageerror', (error) => void said.push(String(error)));
    page.on('websocket', (socket) => void left.push(socket.url()));
    await page.goto(address);
    return page;
  }

  it('gives what the predicate gives, for every persona, and nothing leaves it', async () => {
    const page = await open(pathToFileURL(file).href);
    await answer(page, ANSWERS);
    expect(await readScores(page)).toEqual(expectedScores(ANSWERS));
    expect(await page.locator('#verdict').textContent()).toBe('This visitor is most like Maya: 80.00 of 100, a strong match, with 80\u202f% of the evidence.');
    const outcomes = await page.getByRole('article', { name: 'Maya' }).getByRole('listitem').allTextContents();
    expect(outcomes[0]).toBe('✓age is 25 to 40matched · said 31');
    expect(outcomes[4]).toBe('–frustrations has System downtime or Too many clicksnot answered');
    // The status speaks when typing has paused.
    await page.locator('#said', { hasText: 'most like Maya' }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Clear the answers' }).click();
    await page.locator('#verdict', { hasText: 'Answer a question' }).waitFor();
    expect(await readScores(page)).toEqual(expectedScores({}));
    expect({ left, said }).toEqual({ left: [], said: [] });
    await page.context().close();
  });

  it('could not send anything if it wanted to', async () => {
    const address = pathToFileURL(file).href;
    const page = await open(address);
    const sent = await page.evaluate(async () => {
      const attempts = [fetch('https://example.com/'), new Promise((resolve, reject) => Object.assign(new Image(), { onload: resolve, onerror: reject, src: 'https://example.com/a.png' }))];
      return (await Promise.allSettled(attempts)).map(({ status }) => status);
    });
    expect(sent).toEqual(['rejected', 'rejected']);
    // The policy stops them before a request is made.
    expect(left).toEqual([]);
    said.length = 0;
    await page.context().close();
  });

  it('scores by the rules as they are typed, and says what is wrong with them', async () => {
    const page = await open(pathToFileURL(file).href);
    await answer(page, ANSWERS);
    const maya = page.getByRole('article', { name: 'Maya' });
    await maya.getByText('Edit the rules').click();
    const rules = maya.getByLabel('Mapping rules of Maya, as JSON');
    await rules.fill('{"age": {"min": 32}, "comment": {"min": 3}}');
    expect((await readScores(page))[0]).toBe('0.00');
    await rules.fill('{"rules": [{"attribute": "goals", "is": {"allOf": ["spend less", "SAVE TIME"]}, "weight": 3}, {"attribute": "age", "is": {"atMost": 30}}]}');
    expect((await readScores(page))[0]).toBe('75.00');
    await rules.fill('{"age": {"min": 40, "max": 25}}');
    expect(await maya.getByRole('alert').textContent()).toMatch(/^age: .*The score is still that of the last rules/);
    expect((await readScores(page))[0]).toBe('75.00');
    await rules.fill('{"age": ');
    expect(await maya.getByRole('alert').textContent()).toMatch(/^This is not JSON/);
    await maya.getByRole('button', { name: 'Put the rules back' }).click();
    expect(await readScores(page)).toEqual(expectedScores(ANSWERS));
    expect({ left, said }).toEqual({ left: [], said: [] });
    await page.context().close();
  });

  it.each(LOOKS)('is accessible and fits: %j', async (look) => {
    const page = await open(pathToFileURL(file).href, look);
    await answer(page, ANSWERS);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => void (details.open = true)));
    await page.getByLabel('Mapping rules of Tom, as JSON').fill('{"age": 1}');
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
    await page.context().close();
  });

  it('works from a server of files too', async () => {
    const server = http.createServer((_request, response) => void response.setHeader('content-type', 'text/html').end(html));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await answer(page, ANSWERS);
    expect(await readScores(page)).toEqual(expectedScores(ANSWERS));
    expect({ left, said }).toEqual({ left: [], said: [] });
    await page.context().close();
    await new Promise<void>((resolve) => void server.close(() => resolve()));
  });
});

/** Answers as a person does. */
async function answer(page: Page, answers: ResponseData): Promise<void> {
  await page.getByLabel('How old are you?').fill(String(answers.age));
  await page.getByLabel('Where do you work?').selectOption(String(answers.location));
  await page.getByLabel('What do you do?').selectOption(String(answers.role));
  for (const goal of answers.goals as string[]) await page.getByLabel(goal).check();
  await page.getByLabel('Anything else?').fill(String(answers.comment));
}

function readScores(page: Page): Promise<string[]> {
  return page.locator('.score').allTextContents();
}

/** By the compiled predicate of each persona, one response at a time. */
function expectedScores(answers: ResponseData): string[] {
  const dictionary = compileDictionary(FIELDS);
  return PERSONAS.map(({ rules }) => {
    const parsed = parseRuleSet(rules, { dictionary });
    if (!parsed.ok) throw new Error('The rules of the example do not parse');
    return formatScore(compilePredicate(parsed.ruleSet, dictionary).score(answers).scoreHundredths);
  });
}
