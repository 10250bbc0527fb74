import { formats } from './formats.ts';
import { pluralIn } from './i18n/plural.ts';

const plural = pluralIn('en');

/** Words of the parts that every page is made of, in English. */
export const messages = {
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  undone: 'Undone.',
  undoFailed: 'It could not be undone. Nothing else changed.',
  loading: 'Loading',
  showMore: 'Show more',
  none: '–',
  to: 'to',
  optional: 'optional',
  copy: 'Copy',
  copied: 'Copied.',

  figure: {
    sample: (n: string) => `n = ${n}`,
    fewerThanTen: 'fewer than 10',
    tooFew: 'too few',
    tooFewToTell: 'Too few to tell',
    nobody: 'Nobody was asked',
    open: (name: string) => `${name}: what this number is`,
    people: 'See the people',
    method: 'How it is computed',
    export: 'Export',
    range: (from: string) => `95 % interval ${from}`,
    demo: 'Demo data: invented customers',
  },

  page: {
    asOf: (at: string) => `As of ${at}`,
    methods: 'How these numbers are made',
  },

  range: {
    label: 'Time range',
    days: { '7': '7 d', '30': '30 d', '90': '90 d', 'all': 'All' },
    names: { '7': 'Last 7 days', '30': 'Last 30 days', '90': 'Last 90 days', 'all': 'All days' },
  },

  table: {
    showTable: 'Show as a table',
    showChart: 'Show as a chart',
    chart: 'Chart',
    table: 'Table',
    sortBy: (column: string) => `Sort by ${column}`,
    rows: (shown: number, total: number | null) =>
      total === null
        ? plural(shown, { one: '1 row', other: `${formats.count(shown)} rows` })
        : `${formats.count(shown)} of ${formats.count(total)}`,
    empty: 'Nothing here.',
  },

  chart: {
    tooFewTitle: 'Too few to tell',
    walk: 'Arrow keys walk the points, Enter keeps one open, Escape closes it.',
    legend: 'Legend',
  },

  choose: {
    search: 'Search',
    nothing: 'Nothing found.',
    chosen: (count: number) => plural(count, { one: '1 chosen', other: `${formats.count(count)} chosen` }),
    remove: (name: string) => `Remove ${name}`,
  },

  file: {
    drop: 'Drop a file here',
    choose: 'Choose a file',
    or: 'or',
    wrongKind: (name: string, kinds: string) => `“${name}” is no ${kinds} file. Choose another one.`,
    tooLarge: (name: string, size: string, limit: string) => `“${name}” has ${size}; at most ${limit} are taken.`,
  },

  progress: {
    of: (done: string, total: string) => `${done} of ${total}`,
    left: (time: string) => `about ${time} left`,
  },

  conflict: {
    title: 'Somebody else changed this meanwhile',
    text: 'Nothing is lost. Choose which version to keep.',
    field: 'What',
    mine: 'Yours',
    theirs: 'Theirs',
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
  },

  trouble: {
    offline: { title: 'You are offline', text: 'Nothing is lost. It goes on by itself when the connection is back.' },
    unreachable: { title: 'The server does not answer', text: 'Nothing is lost. Try again.' },
    slow: { title: 'The server took too long', text: 'Nothing is lost. Try again.' },
    notAllowed: { title: 'Your role does not allow this', text: 'Ask an owner of this organisation for another role. Nothing was changed.' },
    notFound: { title: 'It is not here', text: 'It may have been deleted, or it belongs to another organisation.' },
    conflict: { title: 'Somebody else changed it meanwhile', text: 'Your version is kept. Choose which one to keep.' },
    tooMany: { title: 'Too many requests', text: 'Wait a moment and try again. Nothing is lost.' },
    refused: { title: 'That was not accepted', text: 'Nothing was changed.' },
    tooLong: { title: 'That takes too long', text: 'There are too many answers to read them all. Narrow it to a form, to some days, or to a persona.' },
    busy: { title: 'The server is busy', text: 'Nothing is lost. Try again in a moment.' },
    failed: { title: 'It did not load', text: 'Something went wrong on the server. Nothing is lost. Try again.' },
    crashed: { title: 'This page could not be shown', text: 'Something in it went wrong. What is stored is safe. Try again.' },
    change: {
      failed: { title: 'It was not done', text: 'Something went wrong on the server. What you typed is still here. Try again.' },
      conflict: { title: 'Somebody else changed it meanwhile', text: 'Nothing was changed. What they stored is shown now: look at it, then do it again.' },
      notFound: { title: 'It is not there any more', text: 'Somebody may have deleted it meanwhile. Nothing was changed.' },
    },
    old: (at: string) => `The newest figures did not load. What you see is from ${at}. Nothing is lost.`,
    shownFrom: (at: string) => `What you see is from ${at}.`,
    request: (id: string) => `Request ${id}`,
    copyDetails: 'Copy details',
  },
} as const;
