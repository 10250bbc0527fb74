import { formats } from '../../ui/formats.ts';
import { messages } from './messages.ts';

/** One thing a template asks: the test, its words, and which of an organisation's attributes it probably is. */
export type TemplateNeed = { key: string; test: Record<string, unknown>; text: string; isLikely: (attribute: HeldAttribute) => boolean };

/** An attribute that the data hold, as far as templates look at it. */
export type HeldAttribute = { attribute: string; label: string | null };

export type Template = { id: 'promoter' | 'frustrated' | 'starter' | 'professional'; name: string; description: string; needs: readonly TemplateNeed[] };

const LOOKS = {
  recommend: /nps|recommend/i,
  satisfaction: /satisf|csat/i,
  effort: /effort/i,
  age: /(^|[^a-z])age([^a-z]|$)|how old/i,
  occupation: /occupation|profession|job|role/i,
  goals: /goal|achieve/i,
  frustrations: /frustrat|pain|problem|gets in/i,
} as const;

type Asked = keyof typeof LOOKS;

/** The templates, in the language of the page. They say which attributes they need; which those are is chosen from the data. */
export function listTemplates(): Template[] {
  const words = messages.templates;
  return [
    { id: 'promoter', ...words.promoter, needs: [needOf('recommend', { atLeast: 9 }), needOf('satisfaction', { atLeast: 4 }), needOf('effort', { atMost: 3 })] },
    { id: 'frustrated', ...words.frustrated, needs: [needOf('recommend', { atMost: 6 }), needOf('satisfaction', { atMost: 2 }), needOf('effort', { atLeast: 5 })] },
    { id: 'starter', ...words.starter, needs: [needOf('age', { between: [18, 34] }), needOf('occupation', { answered: true }), needOf('goals', { answered: true })] },
    { id: 'professional', ...words.professional, needs: [needOf('age', { between: [35, 60] }), needOf('occupation', { answered: true }), needOf('frustrations', { answered: true })] },
  ];
}

/** The attributes that a template's needs probably are, by key; null where none of the data's looks like it. */
export function mapToAttributes(template: Template, held: readonly HeldAttribute[]): Record<string, string | null> {
  return Object.fromEntries(template.needs.map(({ key, isLikely }) => [key, held.find(isLikely)?.attribute ?? null]));
}

/** A template's rules on the chosen attributes; what has none is left out. Null when nothing is left. */
export function toMappingRules(template: Template, chosen: Record<string, string | null>): Record<string, unknown> | null {
  const rules = template.needs.flatMap(({ key, test }) => {
    const attribute = chosen[key] ?? null;
    return attribute === null ? [] : [{ attribute, is: test }];
  });
  return rules.length === 0 ? null : { rules };
}

function needOf(key: Asked, test: { atLeast: number } | { atMost: number } | { between: readonly [number, number] } | { answered: true }): TemplateNeed {
  const words = messages.templates;
  const bound =
    'atLeast' in test ? words.atLeast(formats.count(test.atLeast))
    : 'atMost' in test ? words.atMost(formats.count(test.atMost))
    : 'between' in test ? words.between(formats.count(test.between[0]), formats.count(test.between[1]))
    : words.answered;
  const look = LOOKS[key];
  return { key, test, text: words.asks[key](bound), isLikely: ({ attribute, label }) => look.test(attribute) || look.test(label ?? '') };
}
