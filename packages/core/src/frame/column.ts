import type { AnswerList } from './answer-list.ts';
import type { CodeColumn } from './code-column.ts';

/** One attribute of a frame: for each row the code of its answer (0: no cell), and the distinct answers by code. */
export type Column = { readonly attribute: string; readonly codes: CodeColumn; readonly answers: AnswerList };
