import pg from 'pg';

const { builtins } = pg.types;
// Array types have no names in the driver's list; the numbers are pg_type's.
const TEXT_ARRAY: number = 1009;
const INT8_ARRAY = 1016;
const NUMERIC_ARRAY = 1231;
const DATE_ARRAY = 1182;

/**
 * int8 as a number. Counts, sums of integers and identities are int8, and none of ours passes 2^53.
 * Throws a RangeError for one that does, because a silently rounded id would be somebody else's row.
 */
function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The integer ${text} from the database is too large for a number`);
  return value;
}

const splitArray = pg.types.getTypeParser(TEXT_ARRAY as typeof builtins.TEXT, 'text') as (text: string) => (string | null)[];

function arrayOf<T>(parse: (text: string) => T): (text: string) => (T | null)[] {
  return (text) => splitArray(text).map((entry) => (entry === null ? null : parse(entry)));
}

const keepText = (text: string): string => text;

const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, toSafeInteger],
  [builtins.NUMERIC, Number],
  // A day has no time zone; a Date would move it by one for half of the world.
  [builtins.DATE, keepText],
  // Times without a zone have no place in our tables; should a query make one, it stays text rather than a guess.
  [builtins.TIMESTAMP, keepText],
  [INT8_ARRAY, arrayOf(toSafeInteger)],
  [NUMERIC_ARRAY, arrayOf(Number)],
  [DATE_ARRAY, arrayOf(keepText)],
]);

/**
 * How values arrive from PostgreSQL, for every pool of ours: the one place that decides.
 *
 * int8 and numeric are numbers (an int8 beyond 2^53 is a RangeError; a numeric keeps some 15 digits, its 'NaN' is NaN),
 * date is 'YYYY-MM-DD', timestamptz is a Date, json and jsonb are values, bytea is a Buffer, and their arrays likewise.
 * SQL null is null before any of this.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : PARSERS.get(oid);
    return own ?? pg.types.getTypeParser(oid, format);
  },
};
