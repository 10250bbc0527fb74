import { formats } from '../ui/formats.ts';
import { pluralIn } from '../ui/i18n/plural.ts';

const plural = pluralIn('en');

/** Words of the frame around the pages, in English. */
export const messages = {
  product: 'Likeness',
  skipToContent: 'Skip to the content',

  navigation: {
    label: 'Main',
    personas: 'Personas',
    portfolio: 'Portfolio',
    responses: 'Responses',
    imports: 'Imports',
    runs: 'Runs',
    settings: 'Settings',
    help: 'Help',
    search: 'Search',
    goTo: (name: string) => `Go to ${name}`,
  },

  member: {
    open: 'Organisation, colours, language, sign out',
    organisation: 'Organisation',
    colours: 'Colours',
    light: 'Light',
    dark: 'Dark',
    auto: 'As the system',
    language: 'Language',
    singleKeys: 'Shortcuts of a single key',
    signOut: 'Sign out',
    role: { owner: 'Owner', editor: 'Editor', viewer: 'Viewer' },
    switchFailed: 'The organisation could not be changed. Nothing else happened.',
  },

  demo: {
    label: 'Demo data',
    text: 'These customers are invented.',
    start: 'Start with your own file',
    organisation: 'My organisation',
    failed: 'That did not work just now. Nothing was changed.',
  },

  persona: {
    tabs: 'View of this persona',
    canvas: 'Canvas',
    analytics: 'Analytics',
    editRules: 'Edit the rules',
    edition: (edition: number) => `Edition ${formats.count(edition)}`,
    noRules: 'No rules yet',
    status: { draft: 'Draft', active: 'Active', archived: 'Archived' },
    synced: (age: string) => `Synced ${age}`,
    neverSynced: 'Not synced yet',
    rules: (count: number) => plural(count, { one: '1 rule', other: `${formats.count(count)} rules` }),
    loading: 'Loading the persona',
  },

  states: {
    welcome: 'Welcome to Likeness',
    noTenantTitle: 'You are in no organisation yet',
    noTenantText: 'Ask an owner for an invitation, or start one of your own.',
    unknownTitle: 'There is no such page',
    unknownWhy: 'The address may be mistyped',
    unknownText: 'Or what stood here was removed. Nothing else is lost.',
    toPersonas: 'Go to the personas',
    offline: 'You are offline. What you see stays; changes wait for the connection.',
    unreachable: 'The server does not answer. What you see stays, and it is tried again by itself.',
    tryNow: 'Try now',
    backOnline: 'Connected again. The newest figures are being loaded.',
  },
} as const;
