import type { Dictionary } from '../answers/dictionary.ts';
import type { RuleError, RuleErrorCode, RuleLimits } from './rule-error.ts';

const MOST_ERRORS = 20;

/** What the parts of the parser share during one parse: the limits, and the errors found so far. */
export class ParseContext {
  readonly limits: RuleLimits;
  readonly dictionary: Dictionary;
  readonly errors: RuleError[] = [];
  private conditions = 0;
  private stopped = false;

  constructor(limits: RuleLimits, dictionary: Dictionary) {
    this.limits = limits;
    this.dictionary = dictionary;
  }

  /** Notes an error; the first twenty are kept, then parsing stops. Returns null, the value of what has an error. */
  fail(path: string, code: RuleErrorCode, message: string): null {
    if (!this.isStopped) this.errors.push({ path, code, message });
    return null;
  }

  /** Is there no point in reading on? */
  get isStopped(): boolean {
    return this.stopped || this.errors.length >= MOST_ERRORS;
  }

  /** Counts one more test or group. False, and the end of parsing, when that is one too many. */
  countCondition(path: string): boolean {
    this.conditions += 1;
    if (this.conditions <= this.limits.conditions) return true;
    this.fail(path, 'too_many', `Too many conditions: at most ${this.limits.conditions} tests and groups in all.`);
    this.stopped = true;
    return false;
  }
}
