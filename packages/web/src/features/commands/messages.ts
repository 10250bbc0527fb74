import { defineMessages } from '../../ui/i18n/define-messages.ts';
import { messages as english } from './messages.en.ts';

/** The words of search and help. */
export const messages = defineMessages(english, { ar: () => import('./messages.ar.ts') });
