import { foldText } from '../answers/fold-text.ts';
import { checkKeys } from './check-keys.ts';
import { parseBound, parseBounds } from './parse-bounds.ts';
import type { ParseContext } from './parse-context.ts';
import { parseList, parsePhrase, parseScalar, parseText } from './parse-values.ts';
import { isPlainObject, nameValue, readOwn } from './plain-input.ts';
import type { Scalar, Test } from './rule-set.ts';

type TestParser = (input: unknown, path: string, context: ParseContext) => Test | null;

function parseBetween(input: unknown, path: string, context: ParseContext): Test | null {
  if (!Array.isArray(input) || input.length !== 2) {
    const message = 'Expected [lower, upper], with null for a side without a bound.';
    return context.fail(path, 'wrong_type', message);
  }
  const lower = { input: readOwn(input, 0), path: `${path}[0]` };
  const between = parseBounds(lower, { input: readOwn(input, 1), path: `${path}[1]` }, path, context);
  return between === null ? null : { between };
}

function parseAtLeastOf(input: unknown, path: string, context: ParseContext): Test | null {
  if (!isPlainObject(input)) {
    return context.fail(path, 'wrong_type', `Expected {"count": 2, "values": [...]}, found ${nameValue(input)}.`);
  }
  const hasRightKeys = checkKeys(input, ['count', 'values'], path, context);
  const values = parseList(readOwn(input, 'values'), `${path}.values`, context, parseScalar);
  if (!hasRightKeys || values === null) return null;
  const count = readOwn(input, 'count');
  const distinct = new Set(values.map((value) => foldText(String(value)))).size;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > distinct) {
    const message = `Expected a whole number from 1 to ${distinct}, the number of different values, found ${nameValue(count)}.`;
    return context.fail(`${path}.count`, 'bad_count', message);
  }
  return { atLeastOf: { count, values } };
}

function parseAnswered(input: unknown, path: string, context: ParseContext): Test | null {
  if (typeof input === 'boolean') return { answered: input };
  return context.fail(path, 'wrong_type', `Expected true or false, found ${nameValue(input)}.`);
}

/** Parser of a test whose operand is a list of values. */
function listTest(toTest: (values: Scalar[]) => Test): TestParser {
  return (input, path, context) => {
    const values = parseList(input, path, context, parseScalar);
    return values === null ? null : toTest(values);
  };
}

/** Parser of a test whose operand is a list of texts. */
function textTest(parseItem: typeof parseText, toTest: (texts: string[]) => Test): TestParser {
  return (input, path, context) => {
    const texts = parseList(input, path, context, parseItem);
    return texts === null ? null : toTest(texts);
  };
}

function boundTest(toTest: (bound: string | number) => Test): TestParser {
  return (input, path, context) => {
    const bound = parseBound(input, path, context);
    return bound === null ? null : toTest(bound);
  };
}

const TEST_PARSERS: ReadonlyMap<string, TestParser> = new Map<string, TestParser>([
  ['between', parseBetween],
  ['atLeast', boundTest((atLeast) => ({ atLeast }))],
  ['atMost', boundTest((atMost) => ({ atMost }))],
  ['in', listTest((values) => ({ in: values }))],
  ['anyOf', listTest((anyOf) => ({ anyOf }))],
  ['allOf', listTest((allOf) => ({ allOf }))],
  ['noneOf', listTest((noneOf) => ({ noneOf }))],
  ['atLeastOf', parseAtLeastOf],
  ['contains', textTest(parseText, (contains) => ({ contains }))],
  ['mentions', textTest(parsePhrase, (mentions) => ({ mentions }))],
  ['answered', parseAnswered],
]);

const TEST_NAMES: readonly [string, ...string[]] = ['between', ...[...TEST_PARSERS.keys()].slice(1)];

/**
 * Reads one test in the full form (`{"between": [25, 40]}`): an object with exactly one known test.
 *
 * Returns null after noting in the context what is wrong.
 */
export function parseTest(input: unknown, path: string, context: ParseContext): Test | null {
  if (!isPlainObject(input)) {
    return context.fail(path, 'wrong_type', `Expected a test such as {"in": ["London"]}, found ${nameValue(input)}.`);
  }
  if (!checkKeys(input, TEST_NAMES, path, context)) return null;
  const [name, second] = Object.keys(input);
  if (name === undefined) return context.fail(path, 'missing_key', `Expected one of ${TEST_NAMES.join(', ')}.`);
  if (second !== undefined) {
    const message = `One test at a time: found "${name}" and "${second}". Join two tests by an "all" group.`;
    return context.fail(path, 'conflicting_keys', message);
  }
  return TEST_PARSERS.get(name)?.(readOwn(input, name), `${path}.${name}`, context) ?? null;
}
