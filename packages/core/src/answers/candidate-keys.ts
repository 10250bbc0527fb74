import type { Field } from './dictionary.ts';
import { compareCandidates } from './find-answer.ts';
import { foldText } from './fold-text.ts';

/**
 * Which of these keys mean the field? In the order in which `findAnswer` tries them.
 *
 * For whoever reads answers by their keys, without holding whole responses: the answer is that of the first of these
 * keys under which it is not missing. Keys that mean something else are left out; none of them: an empty list.
 *
 * @example candidateKeys(age, ['respondent_age', 'city', 'Age', 'AGE']) // ['AGE', 'Age', 'respondent_age']
 */
export function candidateKeys(field: Field, keys: readonly string[]): string[] {
  return keys
    .map((key) => ({ key, rank: field.names.indexOf(foldText(key)) }))
    .filter(({ rank }) => rank !== -1)
    .sort(compareCandidates)
    .map(({ key }) => key);
}
