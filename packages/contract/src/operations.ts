import { analyticsOperations } from './analytics.ts';
import { attributeAnswerOperations } from './attribute-answers.ts';
import { diagnosticsOperations } from './diagnostics.ts';
import { differenceOperations } from './differences.ts';
import { exportOperations } from './exports.ts';
import { formOperations } from './forms.ts';
import { healthOperations } from './health.ts';
import { importOperations } from './imports.ts';
import { matchingOperations } from './matching.ts';
import { organisationOperations } from './organisation.ts';
import { peopleOperations } from './people.ts';
import { personaOperations } from './personas.ts';
import { portfolioOperations } from './portfolio.ts';
import { responseOperations } from './responses.ts';
import { runOperations } from './runs.ts';

/** Every operation by its id: the list that routes, documentation, permission tests and the SDK are made from. */
export const operations = {
  ...personaOperations,
  ...analyticsOperations,
  ...matchingOperations,
  ...diagnosticsOperations,
  ...portfolioOperations,
  ...peopleOperations,
  ...differenceOperations,
  ...attributeAnswerOperations,
  ...formOperations,
  ...responseOperations,
  ...importOperations,
  ...runOperations,
  ...organisationOperations,
  ...exportOperations,
  ...healthOperations,
} as const;

export type OperationId = keyof typeof operations;
