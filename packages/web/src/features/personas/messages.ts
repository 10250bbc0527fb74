import { defineMessages } from '../../ui/i18n/define-messages.ts';
import { messages as english } from './messages.en.ts';

/** The words of the persona gallery. */
export const messages = defineMessages(english, { ar: () => import('./messages.ar.ts') });
