/**
 * The made-up customers behind the demo tenant: five kinds of people who use a planning tool, and how they answer.
 *
 * Every figure here is invented. Nothing is copied from a real survey; the personas of demo-personas.ts are
 * hypotheses about these people, some right and some wrong, as in real life.
 */

/** Answers with their relative weights. */
export type Weighted = Record<string, number>;

export type Kind = {
  name: string;
  /** Share of respondents at the start and at the end of the 18 months; they drift in a straight line. */
  share: { start: number; end: number };
  age: { mean: number; sd: number };
  gender: Weighted;
  location: Weighted;
  occupation: Weighted;
  companySize: Weighted;
  plan: Weighted;
  /** Chance of ticking each option of a multi-select question. */
  goals: Weighted;
  frustrations: Weighted;
  channels: Weighted;
  /** Mean on its scale at the start and at the end. */
  satisfaction: { start: number; end: number };
  recommend: { start: number; end: number };
  trust: { start: number; end: number };
  effort: { start: number; end: number };
  comments: string[];
};

const CITIES: Weighted = { London: 30, Manchester: 14, Birmingham: 12, Leeds: 8, Bristol: 8, 'New York': 16, Dublin: 12 };

export const KINDS: Kind[] = [
  {
    name: 'operations manager',
    share: { start: 0.3, end: 0.24 },
    age: { mean: 44, sd: 6 },
    gender: { female: 52, male: 45, 'non-binary': 3 },
    location: { ...CITIES, Manchester: 28 },
    occupation: { 'Operations manager': 62, 'Office manager': 30, 'Project manager': 8 },
    companySize: { '10-49': 25, '50-249': 60, '250+': 15 },
    plan: { Business: 78, Starter: 14, Enterprise: 8 },
    goals: { 'Reduce manual errors': 0.82, 'Save time': 0.7, 'Increase productivity': 0.45, 'Keep data safe': 0.2 },
    frustrations: { 'Too many clicks': 0.66, 'Slow support': 0.5, 'System downtime': 0.25, Price: 0.12 },
    channels: { Email: 0.8, Phone: 0.55, Web: 0.5, Chat: 0.15 },
    satisfaction: { start: 4.3, end: 3.6 },
    recommend: { start: 8.6, end: 7.3 },
    trust: { start: 4.2, end: 4 },
    effort: { start: 2.6, end: 3.6 },
    comments: ['It takes too many clicks to close a week', 'Support took days to answer', 'Fewer copy and paste errors since we moved', 'The monthly report saves me an afternoon'],
  },
  {
    name: 'founder',
    share: { start: 0.2, end: 0.2 },
    age: { mean: 33, sd: 5 },
    gender: { male: 58, female: 40, 'non-binary': 2 },
    location: { ...CITIES, London: 45 },
    occupation: { Founder: 70, 'Managing director': 20, 'Product manager': 10 },
    companySize: { '1': 12, '2-9': 70, '10-49': 18 },
    plan: { Starter: 68, Business: 22, Free: 10 },
    goals: { 'Grow revenue': 0.76, 'Save time': 0.72, 'Increase productivity': 0.4 },
    frustrations: { Price: 0.58, 'Missing integrations': 0.5, 'Too many clicks': 0.2 },
    channels: { Web: 0.85, Chat: 0.6, Email: 0.45, 'Mobile app': 0.5 },
    satisfaction: { start: 3.9, end: 4.1 },
    recommend: { start: 7.8, end: 8.3 },
    trust: { start: 3.8, end: 4 },
    effort: { start: 2.9, end: 2.6 },
    comments: ['Great value until you need the next plan', 'Please connect it to our bank', 'I run the whole company from my phone', 'The price went up twice this year'],
  },
  {
    name: 'freelancer',
    share: { start: 0.16, end: 0.28 },
    age: { mean: 30, sd: 6 },
    gender: { female: 55, male: 40, 'non-binary': 5 },
    location: { ...CITIES, Bristol: 22 },
    occupation: { Designer: 60, Developer: 20, Consultant: 20 },
    companySize: { '1': 88, '2-9': 12 },
    plan: { Free: 48, Starter: 50, Business: 2 },
    goals: { 'Get paid faster': 0.74, 'Look professional': 0.6, 'Save time': 0.45 },
    frustrations: { Price: 0.5, 'Missing integrations': 0.3, 'Poor documentation': 0.2 },
    channels: { 'Mobile app': 0.75, Web: 0.6, Chat: 0.4, Email: 0.25 },
    satisfaction: { start: 4, end: 4.2 },
    recommend: { start: 8, end: 8.5 },
    trust: { start: 3.9, end: 4.1 },
    effort: { start: 2.4, end: 2.2 },
    comments: ['My invoices finally look like mine', 'Clients pay sooner with the payment link', 'The free plan is enough for me', 'I could not find how to export'],
  },
  {
    name: 'IT administrator',
    share: { start: 0.14, end: 0.12 },
    age: { mean: 41, sd: 8 },
    gender: { male: 70, female: 27, 'non-binary': 3 },
    location: CITIES,
    occupation: { 'IT administrator': 75, 'Security officer': 25 },
    companySize: { '50-249': 25, '250+': 75 },
    plan: { Enterprise: 80, Business: 20 },
    goals: { 'Keep data safe': 0.85, 'Reduce manual errors': 0.4, 'Increase productivity': 0.15 },
    frustrations: { 'System downtime': 0.7, 'Poor documentation': 0.6, 'Slow support': 0.3 },
    channels: { Email: 0.7, Web: 0.55, Phone: 0.3 },
    satisfaction: { start: 3.4, end: 3.5 },
    recommend: { start: 6.4, end: 6.6 },
    trust: { start: 3.9, end: 4.2 },
    effort: { start: 4, end: 3.8 },
    comments: ['Single sign-on broke after the update', 'Documentation is years behind', 'The audit log convinced our auditors', 'Downtime in January cost us a day'],
  },
  {
    name: 'student',
    share: { start: 0.2, end: 0.16 },
    age: { mean: 22, sd: 2 },
    gender: { female: 50, male: 46, 'non-binary': 4 },
    location: { ...CITIES, Leeds: 25 },
    occupation: { Student: 92, Intern: 8 },
    companySize: { '1': 95, '2-9': 5 },
    plan: { Free: 96, Starter: 4 },
    goals: { 'Learn something new': 0.7, 'Save time': 0.35, 'Look professional': 0.3 },
    frustrations: { Price: 0.35, 'Too many clicks': 0.3, 'Poor documentation': 0.35 },
    channels: { 'Mobile app': 0.85, Chat: 0.55, Web: 0.35 },
    satisfaction: { start: 3.7, end: 3.8 },
    recommend: { start: 7.2, end: 7.3 },
    trust: { start: 3.5, end: 3.5 },
    effort: { start: 3.1, end: 3 },
    comments: ['A student discount would help', 'I use it to plan my thesis', 'Tutorials are too long', 'Works fine on my phone'],
  },
];

/** Ways in which people write the same place; the demo's dictionary knows them. */
export const PLACE_SPELLINGS: Record<string, string[]> = {
  'New York': ['NYC', 'new york', 'New York City'],
  London: ['london', ' London '],
  Manchester: ['MANCHESTER'],
};
