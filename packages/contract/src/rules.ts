import { z } from 'zod';
import { JsonValue } from './common.ts';

/**
 * Mapping rules as they travel. The language is parsed by @likeness/core, whose messages name the place;
 * this schema only says that it is an object, so that those messages are the ones people read.
 */
export const MappingRules = z.record(z.string(), JsonValue).meta({
  id: 'MappingRules',
  description:
    'Short form: one rule of weight 1 a key; an array means "one of", {min, max} a range. ' +
    'Full form: {missing, rules: [...]} with tests between, atLeast, atMost, in, anyOf, allOf, noneOf, ' +
    'atLeastOf, contains, mentions, answered, groups all / any / not, weight, required, label.',
});

export const SHORT_RULES = { age: { min: 25, max: 40 }, location: ['London', 'Manchester'], goals: ['Increase productivity'] };

/** As the API answers it: what is at its default is left out. */
export const FULL_RULES = {
  missing: 'unmatched',
  rules: [
    { attribute: 'age', is: { between: [25, 40] } },
    { attribute: 'location', is: { in: ['London', 'Manchester'] } },
    { attribute: 'goals', is: { in: ['Increase productivity'] } },
  ],
};

/** One rule's verdict on one response, in the original's shape plus `answered`. */
export const MatchedAttribute = z
  .object({
    expected: JsonValue,
    actual: JsonValue.meta({ description: 'The answer as given; null when not answered' }),
    match: z.boolean(),
    answered: z.boolean(),
  })
  .meta({ id: 'MatchedAttribute' });

export const MatchedAttributes = z.record(z.string(), MatchedAttribute);

export const Band = z.enum(['strong', 'moderate', 'weak']).meta({ id: 'Band' });

/** How one rule does over all responses of a window. */
export const RuleFigures = z
  .object({
    label: z.string(),
    weight: z.number(),
    required: z.boolean(),
    matched: z.int().meta({ description: 'Responses that pass the rule' }),
    missing: z.int().meta({ description: 'Responses that did not answer it' }),
    match_percentage: z.number().nullable().meta({ description: 'Of all responses' }),
    strong_if_waived: z.int().meta({ description: 'Responses below strong that would be strong if this rule were credited' }),
  })
  .meta({ id: 'RuleFigures' });
