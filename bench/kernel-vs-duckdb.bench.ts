import { DuckDBDataChunk, type DuckDBConnection, DuckDBInstance, INTEGER, LIST, VARCHAR, listValue } from '@duckdb/node-api';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './benchmark.ts';
import { type BandsByDay, countBands, measureInTurns, requireEqual, surveyDay, surveyFrame } from './kernel-survey.ts';
import { toCount } from './measure.ts';
import { SURVEY_DAYS, surveyResponse, surveyRules } from './survey-data.ts';

const THREADS = 2;
const CHUNK_ROWS = 2048;

/** Against DuckDB on two threads, in memory, the same bands by day: on its best encoding, and on lists as they come. */
export const benchmark: Benchmark = {
  targets: { 'kernel-vs-duckdb-enum': { atLeast: 5 }, 'kernel-vs-duckdb-lists': { atLeast: 15 } },
  run: compare,
};

async function compare({ isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const count = isQuick ? 100_000 : 1_000_000;
  const frame = surveyFrame(count);
  const expected = countBands(frame);
  const instance = await DuckDBInstance.create(':memory:', { threads: String(THREADS) });
  const connection = await instance.connect();
  try {
    await fillLists(connection, count);
    const measure = async (name: string, source: string): Promise<BenchmarkResult> => {
      let found: BandsByDay = new Uint32Array();
      const { kernel, other: duck } = await measureInTurns(frame, isQuick ? 5 : 9, async () => (found = await readBands(connection, source)));
      requireEqual(name, expected, found);
      return {
        name: `kernel-vs-duckdb-${name}`,
        ratio: duck / kernel,
        unit: 'responses a second: five rules, bands by day; one thread against two',
        against: name === 'enum' ? 'DuckDB on enums, small integers and bit masks' : 'DuckDB on texts and lists',
        detail: `${toCount((1000 * count) / kernel)}/s, DuckDB ${toCount((1000 * count) / duck)}/s, ${toCount(count)} responses`,
      };
    };
    const lists = await measure('lists', toMatchedOnLists());
    return [await measure('enum', await encodeBest(connection)), lists];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function fillLists(connection: DuckDBConnection, count: number): Promise<void> {
  await connection.run('CREATE TABLE lists (day INTEGER, age INTEGER, location VARCHAR, plan VARCHAR, goals VARCHAR[], frustrations VARCHAR[])');
  const appender = await connection.createAppender('lists');
  const types = [INTEGER, INTEGER, VARCHAR, VARCHAR, LIST(VARCHAR), LIST(VARCHAR)];
  const toList = (given: unknown): ReturnType<typeof listValue> | null => (Array.isArray(given) ? listValue(given as string[]) : null);
  for (let start = 0; start < count; start += CHUNK_ROWS) {
    const chunk = DuckDBDataChunk.create(types);
    const rows = Array.from({ length: Math.min(CHUNK_ROWS, count - start) }, (_, index) => {
      const response = surveyResponse(start + index, count);
      const { age, location, plan, goals, frustrations } = response.data;
      return [surveyDay(response), scalar(age), scalar(location), scalar(plan), toList(goals), toList(frustrations)];
    });
    chunk.setRows(rows);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function scalar(given: number | string | string[] | undefined): number | string | null {
  return typeof given === 'number' || typeof given === 'string' ? given : null;
}

/** Enums for single choices, one bit for each option, the smallest integers that hold age and day. */
async function encodeBest(connection: DuckDBConnection): Promise<string> {
  for (const column of ['location', 'plan']) {
    await connection.run(`CREATE TYPE ${column}_enum AS ENUM (SELECT DISTINCT ${column} FROM lists WHERE ${column} IS NOT NULL ORDER BY 1)`);
  }
  const masks = new Map<string, readonly string[]>();
  for (const column of ['goals', 'frustrations']) {
    const result = await connection.runAndReadAll(`SELECT DISTINCT unnest(${column}) AS option FROM lists ORDER BY 1`);
    masks.set(column, result.getRows().map(([option]) => String(option)));
  }
  const toMask = (column: string): string =>
    (masks.get(column) ?? []).map((option, bit) => `CASE WHEN list_contains(${column}, '${option}') THEN ${2 ** bit} ELSE 0 END`).join(' + ');
  await connection.run(
    `CREATE TABLE best AS SELECT day::USMALLINT AS day, age::UTINYINT AS age, location::location_enum AS location, plan::plan_enum AS plan,
       (${toMask('goals')})::USMALLINT AS goals, (${toMask('frustrations')})::USMALLINT AS frustrations FROM lists`,
  );
  const wanted = (column: string): number => (masks.get(column) ?? []).reduce((mask, option, bit) => mask + (listOf(column).includes(option) ? 2 ** bit : 0), 0);
  const { min, max } = rangeOfAge();
  return `SELECT day, coalesce(age BETWEEN ${min} AND ${max}, false)::UTINYINT
    + coalesce(location IN (${quoteAll('location')}), false)::UTINYINT + coalesce(plan IN (${quoteAll('plan')}), false)::UTINYINT
    + (goals & ${wanted('goals')}::USMALLINT <> 0)::UTINYINT + (frustrations & ${wanted('frustrations')}::USMALLINT <> 0)::UTINYINT AS matched FROM best`;
}

function toMatchedOnLists(): string {
  const { min, max } = rangeOfAge();
  const any = (column: string): string => `coalesce(list_has_any(${column}, [${quoteAll(column)}]), false)::UTINYINT`;
  return `SELECT day, coalesce(age BETWEEN ${min} AND ${max}, false)::UTINYINT
    + coalesce(location IN (${quoteAll('location')}), false)::UTINYINT + coalesce(plan IN (${quoteAll('plan')}), false)::UTINYINT
    + ${any('goals')} + ${any('frustrations')} AS matched FROM lists`;
}

function listOf(column: string): string[] {
  return surveyRules()[column] as string[];
}

function quoteAll(column: string): string {
  return listOf(column).map((value) => `'${value}'`).join(', ');
}

function rangeOfAge(): { min: number; max: number } {
  return surveyRules().age as { min: number; max: number };
}

/** Four or five of five rules are at least 70 percent, three are at least 50. */
async function readBands(connection: DuckDBConnection, matched: string): Promise<BandsByDay> {
  const result = await connection.runAndReadAll(`SELECT day::INTEGER, ((matched >= 3)::UTINYINT + (matched >= 4)::UTINYINT)::INTEGER AS band, count(*)::INTEGER FROM (${matched}) GROUP BY ALL`);
  const cells = new Uint32Array(3 * SURVEY_DAYS);
  for (const [day, band, count] of result.getRows()) cells[3 * Number(day) + Number(band)] = Number(count);
  return cells;
}
