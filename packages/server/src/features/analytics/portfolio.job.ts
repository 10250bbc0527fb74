import { attributesOf, compileKernel, countCombinations, daySpan, markWindowRows, NOT_COUNTED } from '@likeness/core';
import type { DayWindow, RuleSet } from '@likeness/core';
import type { FrameJob } from '../frames/frame-job.ts';
import { type Level, type Portfolio, toMeasuredPersona, toPortfolioAnswer } from './portfolio-answer.ts';
import { giveUp } from './preview.job.ts';

/** A persona with the rules that its stored scores belong to. */
export type RuledPersona = { id: number; name: string; edition: number; ruleSet: RuleSet };

export type PortfolioInput = { personas: readonly RuledPersona[]; window: DayWindow; level: Level };

/** Whom do these personas stand for together, and whom does none? */
export const portfolioJob: FrameJob<PortfolioInput, Portfolio> = {
  run: async (context, { personas, window, level }) => {
    const { frame, dictionaries } = await context.open(personas.flatMap(({ ruleSet }) => attributesOf(ruleSet)));
    const { thresholds } = dictionaries;
    const marks = markWindowRows(frame, window);
    const kernels = personas.map(({ id, ruleSet }) => ({ id, kernel: compileKernel(ruleSet, frame, thresholds) }));
    const counted = countCombinations(frame, { personas: kernels, marks, isCancelled: context.isCancelled });
    if (counted === null) return giveUp(context);
    const span = daySpan(frame, marks);
    const facts = {
      personas: personas.map((persona, index) => toMeasuredPersona(persona, counted.personas[index] ?? [], thresholds)),
      combinations: counted.combinations,
      responses: marks.reduce((sum, mark) => (mark === NOT_COUNTED ? sum : sum + 1), 0),
      firstDay: span?.first ?? null,
      lastDay: span?.last ?? null,
    };
    return toPortfolioAnswer(facts, level);
  },
};
