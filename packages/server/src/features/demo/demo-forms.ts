/** The three forms of the demo tenant: which questions each asks, and how often an asked question is left empty. */

export type DemoField = {
  key: string;
  label: string;
  type: 'text' | 'number' | 'choice' | 'multi';
  role?: 'demographic' | 'channel' | 'metric';
  language?: string;
};

export type DemoForm = { name: string; share: number; skipRate: number; fields: DemoField[] };

const PROFILE: DemoField[] = [
  { key: 'age', label: 'How old are you?', type: 'number', role: 'demographic' },
  { key: 'gender', label: 'What is your gender?', type: 'choice', role: 'demographic' },
  { key: 'location', label: 'Where do you live?', type: 'choice', role: 'demographic' },
  { key: 'occupation', label: 'What do you do for a living?', type: 'choice', role: 'demographic' },
  { key: 'company_size', label: 'How many people work in your company?', type: 'choice' },
  { key: 'plan', label: 'Which plan are you on?', type: 'choice' },
];
const GOALS: DemoField = { key: 'goals', label: 'What do you want to achieve? (tick all that apply)', type: 'multi' };
const FRUSTRATIONS: DemoField = { key: 'frustrations', label: 'What gets in your way? (tick all that apply)', type: 'multi' };
const CHANNELS: DemoField = { key: 'channels', label: 'How do you like to reach us? (tick all that apply)', type: 'multi', role: 'channel' };
const SATISFACTION: DemoField = { key: 'satisfaction', label: 'How satisfied are you? (1 to 5)', type: 'number', role: 'metric' };
const RECOMMEND: DemoField = { key: 'nps_score', label: 'How likely are you to recommend us? (0 to 10)', type: 'number', role: 'metric' };
const TRUST: DemoField = { key: 'trust_rating', label: 'How much do you trust us with your data? (1 to 5)', type: 'number', role: 'metric' };
const EFFORT: DemoField = { key: 'effort_score', label: 'How much effort did it take? (1 easy to 7 hard)', type: 'number', role: 'metric' };
const COMMENT: DemoField = { key: 'comment', label: 'Anything else?', type: 'text', language: 'en' };

export const DEMO_FORMS: DemoForm[] = [
  { name: 'Welcome survey', share: 0.3, skipRate: 0.06, fields: [...PROFILE, GOALS, CHANNELS, SATISFACTION] },
  { name: 'Quarterly survey', share: 0.5, skipRate: 0.1, fields: [...PROFILE, GOALS, FRUSTRATIONS, CHANNELS, SATISFACTION, RECOMMEND, TRUST, COMMENT] },
  { name: 'Support follow-up', share: 0.2, skipRate: 0.16, fields: [...PROFILE.slice(0, 4), FRUSTRATIONS, SATISFACTION, RECOMMEND, EFFORT, COMMENT] },
];
