import { DEMO_CARDS } from './demo-cards.ts';

/**
 * Five personas somebody could have written about these customers without looking: two right, one loose,
 * one that fits nearly everyone and one that fits nobody. Students and IT administrators have none: the gap.
 */
export const DEMO_PERSONAS = [
  {
    name: 'Olivia, operations manager',
    description: 'Runs the back office and wants fewer manual errors',
    tags: ['business'],
    mapping_rules: {
      rules: [
        { attribute: 'age', is: { between: [35, 55] } },
        { attribute: 'occupation', is: { in: ['Operations manager', 'Office manager'] }, weight: 2 },
        { attribute: 'company_size', is: { in: ['10-49', '50-249'] } },
        { attribute: 'goals', is: { anyOf: ['Reduce manual errors', 'Increase productivity'] } },
        { attribute: 'plan', is: { in: ['Business'] } },
      ],
    },
    card: DEMO_CARDS.olivia,
  },
  {
    name: 'Felix, founder',
    description: 'Runs a young company from his phone',
    tags: ['growth'],
    mapping_rules: {
      age: { min: 25, max: 42 },
      occupation: ['Founder', 'Managing director'],
      company_size: ['1', '2-9'],
      goals: ['Grow revenue', 'Save time'],
      frustrations: ['Price', 'Missing integrations'],
    },
    card: DEMO_CARDS.felix,
  },
  {
    name: 'Dana, freelance designer',
    description: 'Works alone and wants to be paid sooner',
    tags: ['self-employed'],
    mapping_rules: {
      missing: 'ignore',
      rules: [
        { attribute: 'age', is: { between: [18, 40] } },
        { attribute: 'plan', is: { in: ['Free', 'Starter'] } },
        { attribute: 'channels', is: { anyOf: ['Mobile app'] } },
        { attribute: 'location', is: { in: ['London', 'Bristol'] } },
        { any: [{ attribute: 'goals', is: { anyOf: ['Get paid faster', 'Look professional'] } }, { attribute: 'comment', is: { mentions: ['invoice', 'paid'] } }], label: 'Wants to be paid' },
      ],
    },
    card: DEMO_CARDS.dana,
  },
  {
    name: 'The busy customer',
    description: 'Wants to save time and is online',
    tags: ['general'],
    mapping_rules: { age: { min: 18, max: 65 }, channels: ['Web', 'Email', 'Mobile app', 'Chat'] },
    card: DEMO_CARDS.busy,
  },
  {
    name: 'Gordon, loyal director',
    description: 'Enterprise director near retirement who calls by phone',
    tags: ['business'],
    mapping_rules: {
      age: { min: 58 },
      occupation: ['Managing director', 'Security officer'],
      plan: ['Enterprise'],
      channels: ['Phone'],
      goals: ['Learn something new'],
    },
    card: DEMO_CARDS.gordon,
  },
];
