import { z } from 'zod';

export const Id = z.int().positive().meta({ description: 'Identifier, unique within the installation' });
export const IdText = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
export const IdParams = z.object({ id: IdText });

export const Instant = z.iso.datetime({ offset: true, error: 'must be an instant, as 2026-01-31T09:00:00Z' }).meta({ description: 'ISO 8601 instant with offset' });
export const Day = z.iso.date('must be a day that exists, as 2026-01-31').meta({ description: "Calendar day in the tenant's time zone, YYYY-MM-DD" });

export const Interval = z
  .tuple([z.number(), z.number()])
  .meta({ id: 'Interval', description: '95 % interval, [low, high], in the unit of its figure' });

/** Share of respondents, with its Wilson interval in percent. */
export const CustomerShare = z
  .object({
    persona_customers: z.int().min(0).meta({ description: 'Respondents counted in' }),
    total_customers: z.int().min(0).meta({ description: 'All respondents: the n of the share' }),
    percentage: z.number().min(0).max(100).nullable().meta({ description: 'null when there is nobody' }),
    interval: Interval.meta({ description: '95 % Wilson interval in percent' }),
  })
  .meta({ id: 'CustomerShare' });

/**
 * A sentence without its language, beside the English one: a page words it for its reader by `code`, with `params` (names,
 * and bare numbers) put in.
 */
export const Said = z
  .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ id: 'Said', description: 'What a sentence says, for wording it in another language' });

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(2000).optional().meta({ description: '`next_cursor` of the page before' }),
});

/** A page of a list: follow `next_cursor` until it is null. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() });
}

/** Days from `startDate` to `endDate`, both included, by the day of submission in the tenant's time zone. */
export const WindowQuery = z.object({
  startDate: Day.optional(),
  endDate: Day.optional(),
});

/** Text without NUL, at most `max` characters; white space at the ends is cut. */
export function shortText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .refine((text) => !text.includes('\u0000'), 'must not contain a NUL character')
    .refine((text) => text.isWellFormed(), 'must not contain half a character (lone surrogate)');
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Any JSON value. Whatever was parsed from JSON is one, so nothing is checked again. */
export const JsonValue = z.custom<Json>().meta({ id: 'JsonValue', description: 'Any JSON value' });

export const JsonObject = z.record(z.string(), JsonValue).meta({ id: 'JsonObject' });
