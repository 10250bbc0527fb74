import { LikenessError } from '@likeness/sdk';
import { toTrouble } from '../../ui/trouble/to-trouble.ts';
import { messages } from './messages.ts';

/** Why a file was refused, in the language of the page; for every other trouble what happened and what to do. */
export function toRefusal(error: Error): string {
  const { text } = toTrouble(error);
  const code = error instanceof LikenessError ? (error.problems.find(({ path }) => path === 'file')?.code ?? null) : null;
  return messages.refusal(code, text);
}
