import type { Schemas } from '@likeness/sdk';

export type Import = Schemas['Import'];
export type Mapping = NonNullable<Import['mapping']>;
export type ColumnChoice = Mapping['columns'][number];
export type Field = NonNullable<ColumnChoice['field']>;

/** What the server recognised in a file, and why. */
export type Recognition = Schemas['Recognition'];
/** What was seen in one column of the file. Shares are 0..1. */
export type SeenColumn = Recognition['columns'][number];
/** What one column, or several of one question, were taken for, and why. */
export type SeenField = Recognition['fields'][number];
/** What a person says about the file; the rest is found out. */
export type Told = Schemas['RecognitionTold'];
/** A sentence of the server by its code; null in what was stored before there were codes. */
export type Note = Schemas['RecognitionNote'] | null;
