/** A persona as the page starts with it: a name, and mapping rules in the short or the full form. */
export type Persona = { name: string; summary: string; rules: Record<string, unknown> };

export const PERSONAS: readonly Persona[] = [
  {
    name: 'Maya',
    summary: 'A product manager in a city who wants to get more done',
    rules: {
      age: { min: 25, max: 40 },
      location: ['London', 'Manchester'],
      role: ['Product manager', 'Designer'],
      goals: ['Increase productivity', 'Save time'],
      frustrations: ['System downtime', 'Too many clicks'],
    },
  },
  {
    name: 'Tom',
    summary: 'Runs operations, and pays for every error',
    rules: {
      missing: 'ignore',
      rules: [
        { attribute: 'role', is: { in: ['Operations manager'] }, required: true },
        { attribute: 'goals', is: { anyOf: ['Fewer errors', 'Better reports'] }, weight: 2 },
        { attribute: 'frustrations', is: { anyOf: ['Manual work', 'Slow support'] } },
        { attribute: 'age', is: { atLeast: 35 } },
      ],
    },
  },
  {
    name: 'Ines',
    summary: 'Founded something small, and watches what it costs',
    rules: {
      rules: [
        { any: [{ attribute: 'role', is: { in: ['Founder'] } }, { attribute: 'comment', is: { mentions: ['my company', 'startup', 'founder'] } }], label: 'Has a company of their own', weight: 2 },
        { attribute: 'goals', is: { anyOf: ['Spend less'] } },
        { attribute: 'frustrations', is: { anyOf: ['Hidden costs'] } },
        { not: { attribute: 'age', is: { atLeast: 60 } }, label: 'Under 60' },
      ],
    },
  },
];
