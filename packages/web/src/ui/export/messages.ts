import { defineMessages } from '../i18n/define-messages.ts';
import { messages as english } from './messages.en.ts';

/** The words of exporting. */
export const messages = defineMessages(english, { ar: () => import('./messages.ar.ts') });
