import type * as core from '@likeness/core';

/**
 * Something of each room of core, as plain values: run in several environments, the answers have to be equal.
 *
 * It is sent to a browser as text, so it uses nothing but its argument.
 */
export function sampleCore({ appendResponses, compileDictionary, compileKernel, createFrame, compilePredicates, dayRange, foldText, formatScore, listDays, parseRuleSet, readDate, toPortfolio, wilsonInterval }: typeof core): Record<string, unknown> {
  const dictionary = compileDictionary([
    { name: 'age', type: 'number', aliases: ['respondent_age'] },
    { name: 'location', type: 'choice', synonyms: { NYC: 'New York' } },
    { name: 'goals', type: 'multi', delimiter: ',' },
    { name: 'comment', type: 'text', language: 'en' },
  ]);
  const parsed = [
    { age: { min: 25, max: 40 }, location: ['New York', 'Zürich'], goals: ['Save time'] },
    {
      missing: 'ignore',
      rules: [
        { attribute: 'comment', is: { mentions: ['crashing'] }, weight: 2.5 },
        { any: [{ attribute: 'age', is: { atLeast: 60 } }, { not: { attribute: 'goals', is: { allOf: ['Save time', 'Spend less'] } } }], label: 'Either' },
        { attribute: 'since', is: { between: ['2024-02-29', null] }, required: true },
      ],
    },
  ].map((rules) => parseRuleSet(rules, { dictionary }));
  const ruleSets = parsed.flatMap((result) => (result.ok ? [result.ruleSet] : []));
  const predicates = compilePredicates(ruleSets, dictionary);
  const responses: Record<string, unknown>[] = [
    { Respondent_Age: ' 31 ', location: 'nyc', goals: 'Save time, Spend less', comment: 'It CRASHES (again), sadly', since: '2024-02-29' },
    { age: '1,031', location: 'ＺÜRICH', goals: ['save  time'], since: '2023-12-31T23:59:59Z' },
    { age: 40, location: '', goals: null, comment: 'Fine' },
    {},
  ];
  const explained = responses.map((response) => predicates.explainAll(response));
  const frame = createFrame(['age', 'location', 'goals', 'comment', 'since']);
  const stored = responses.map((responseData, index) => ({ id: index + 1, respondent: index % 2, day: `2026-03-0${index + 1}`, submittedAtMs: index, responseData }));
  appendResponses(frame, dictionary, stored);
  const patterns = new Uint32Array(frame.rowCount);
  const framed = ruleSets.map((ruleSet) => {
    const kernel = compileKernel(ruleSet, frame);
    kernel.run(0, frame.rowCount, patterns);
    return [...patterns].map((pattern) => ({ outcomes: kernel.outcomesOf(pattern), score: kernel.scoreOf(pattern) }));
  });
  const portfolio = toPortfolio([{ personas: [0], respondents: 40 }, { personas: [0, 1], respondents: 7 }, { personas: [], respondents: 3 }], 2);
  return {
    parsed: parsed.map(({ ok }) => ok),
    refused: parseRuleSet({ age: { min: 40, max: 25 } }),
    scores: explained.map(([first]) => formatScore(first?.score.scoreHundredths ?? -1)),
    bands: explained.map(([first]) => first?.score.band),
    explained,
    framed,
    superseded: [...frame.supersededRows({ startDate: '2026-03-01', endDate: null })],
    portfolio,
    folded: foldText(' Straße  ΣΊΣΥΦΟΣ '),
    date: readDate('29/02/2024', 'dmy'),
    days: listDays('2026-03-28', '2026-03-31'),
    shortDay: dayRange('2026-03-29', 'Europe/London'),
    interval: wilsonInterval(34, 100),
  };
}
