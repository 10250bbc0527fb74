import { formats } from '../../ui/formats.ts';
import { pluralIn } from '../../ui/i18n/plural.ts';

const plural = pluralIn('en');

/** Words of signing in and joining, in English. */
export const messages = {
  product: 'Likeness',
  tagline: 'Are your personas a good likeness of your customers?',

  signIn: {
    title: 'Sign in',
    endedTitle: 'Your session has ended',
    ended: 'Sign in again; nothing is lost. What you were doing goes on afterwards.',
    endedLink: 'You came by a link? Open a new one in another tab, then go on here.',
    goOn: 'Go on',
    notYet: 'Nobody is signed in yet.',
    usedLink: 'That sign-in link was used already or is too old. Links work once.',
    linkTitle: 'With a link',
    linkText: 'The server prints a one-time sign-in link in its terminal when it starts. Open that, or start it again for a new one:',
    passwordTitle: 'With a password',
    email: 'E-mail',
    password: 'Password',
    showPassword: 'Show or hide the password',
    submit: 'Sign in',
    wrong: 'E-mail and password do not fit together.',
    tooMany: (minutes: string) => `Too many attempts. Wait ${minutes} and try again.`,
    aMoment: 'a little',
    minutes: (count: number) => plural(count, { one: 'a minute', other: `${formats.count(count)} minutes` }),
    failed: 'Signing in did not work just now. Try again.',
  },

  invitation: {
    title: 'You are invited',
    name: 'Your name',
    password: 'Choose a password (10 characters or more)',
    submit: 'Join',
    signedInAs: (email: string) => `You are signed in as ${email}.`,
    signInFirst: 'This address has an account already. Sign in; the invitation waits.',
    problems: {
      'not open': 'This invitation is not open to you: it was used, taken back, is older than seven days, or is for another address.',
      'weak password': 'Choose a longer password.',
      failed: 'Joining did not work just now. Nothing is lost. Try again.',
    },
  },
} as const;
