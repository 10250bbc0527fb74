import type { JsonObject } from '../../db/tables.ts';

/**
 * The cards of the demo personas: what a researcher might have written, most of it linked to what people were asked, so that
 * each claim shows whether it holds. Some do not, and one nobody was asked about.
 */
export const DEMO_CARDS = {
  olivia: card(
    quotes('Every number I type twice is a number I get wrong.', 'Interview, spring'),
    claims('identity', 1, [
      ['Runs the back office', 'occupation', { in: ['Operations manager', 'Office manager'] }],
      ['In her late thirties to mid-fifties', 'age', { between: [35, 55] }],
      ['Works in a company of 10 to 249 people', 'company_size', { in: ['10-49', '50-249'] }],
    ]),
    claims('goals', 2, [
      ['Wants fewer manual errors', 'goals', { anyOf: ['Reduce manual errors'] }],
      ['Wants to save time', 'goals', { anyOf: ['Save time'] }],
    ]),
    claims('frustrations', 2, [
      ['Clicks too much', 'frustrations', { anyOf: ['Too many clicks'] }],
      ['Waits for support', 'frustrations', { anyOf: ['Slow support'] }],
      ['Does not trust imports'],
    ]),
    { id: 'channels-chart', kind: 'charts', title: '', column: 1, attribute: 'channels' },
  ),
  felix: card(
    quotes('If it does not pay for itself in a month, it goes.', 'Sales call'),
    claims('identity', 1, [['Runs a young company', 'company_size', { in: ['1', '2-9'] }], ['Works from his phone', 'channels', { anyOf: ['Mobile app'] }]]),
    claims('goals', 2, [['Wants to grow', 'goals', { anyOf: ['Grow revenue'] }]]),
    claims('frustrations', 2, [['Finds it expensive', 'frustrations', { anyOf: ['Price'] }], ['Misses integrations', 'frustrations', { anyOf: ['Missing integrations'] }]]),
  ),
  dana: card(
    quotes('I design by day and chase invoices by night.', 'Diary study'),
    claims('goals', 1, [['Wants to be paid sooner', 'goals', { anyOf: ['Get paid faster'] }], ['Talks about invoices', 'comment', { mentions: ['invoice', 'paid'] }]]),
    claims('frustrations', 2, [['Finds it expensive', 'frustrations', { anyOf: ['Price'] }]]),
  ),
  busy: card(quotes('I have no time.', ''), claims('goals', 1, [['Wants to save time', 'goals', { anyOf: ['Save time'] }]])),
  gordon: card(
    quotes('I have always bought from you.', ''),
    claims('goals', 1, [['Wants to learn', 'goals', { anyOf: ['Learn something new'] }]]),
    claims('frustrations', 2, [['Cannot find it in the manual', 'frustrations', { anyOf: ['Poor documentation'] }]]),
  ),
};

function card(...sections: JsonObject[]): JsonObject {
  return { sections };
}

function quotes(text: string, source: string): JsonObject {
  return { id: 'quotes', kind: 'quotes', title: '', column: 1, quotes: [{ id: 'quote', text, source }] };
}

function claims(kind: 'identity' | 'goals' | 'frustrations', column: 1 | 2, lines: [text: string, attribute?: string, is?: JsonObject][]): JsonObject {
  return { id: kind, kind, title: '', column, claims: lines.map(([text, attribute, is], index) => toClaim(`${kind}-${index + 1}`, text, attribute, is)) };
}

function toClaim(id: string, text: string, attribute: string | undefined, is: JsonObject | undefined): JsonObject {
  return { id, text, claim: attribute === undefined || is === undefined ? null : { attribute, is } };
}
