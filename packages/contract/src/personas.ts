import { z } from 'zod';
import { CustomerShare, Day, Id, IdParams, IdText, Instant, JsonObject, PageQuery, pageOf, Said, shortText } from './common.ts';
import { answer, json, operation } from './operation.ts';
import { PersonaCard } from './persona-card.ts';
import { FULL_RULES, MappingRules, SHORT_RULES } from './rules.ts';
import { RunSummary, RUN_EXAMPLE } from './runs.ts';

const SyncConfig = z
  .object({ auto_sync: z.boolean(), sync_frequency: z.literal('daily').default('daily') })
  .meta({ id: 'SyncConfig' });

const Status = z.enum(['draft', 'active', 'archived']);

/** The live figures a gallery card shows; null while nothing has been scored. */
const PersonaFigures = z
  .object({
    total_responses: z.int(),
    avg_match_score: z.number().nullable(),
    coverage: CustomerShare,
    strong_coverage: CustomerShare,
    verdict: z.string(),
    said: z.array(Said).meta({ description: 'The verdict, sentence by sentence' }),
    trend: z
      .array(
        z.object({
          first_day: Day,
          last_day: Day,
          coverage: CustomerShare.meta({ description: 'Of the respondents of the week, each by their latest response in it' }),
        }),
      )
      .meta({ description: 'The twelve weeks up to the newest day with responses, oldest first; empty without any. Responses of the last moments may be missing.' }),
  })
  .meta({ id: 'PersonaFigures' });

export const Persona = z
  .object({
    id: Id,
    name: z.string(),
    description: z.string(),
    status: Status,
    tags: z.array(z.string()),
    card: JsonObject.meta({ description: 'What people read, as it was sent: see PersonaCard' }),
    color_index: z.int(),
    photo_url: z.string().nullable().meta({ description: 'Where the photo of the card is, another address for another photo; null without one' }),
    mapping_rules: MappingRules.nullable().meta({ description: 'As written; null while there are none' }),
    rules: MappingRules.nullable().meta({ description: 'The same in full form' }),
    rule_count: z.int(),
    edition: z.int().meta({ description: 'Newest edition of the rules; 0 while there are none' }),
    scored_edition: z.int().nullable().meta({ description: 'Edition all present scores belong to' }),
    sync_config: SyncConfig,
    last_synced_at: Instant.nullable(),
    revision: z.int().meta({ description: 'Send it back as If-Match when you change the persona' }),
    created_at: Instant,
    updated_at: Instant,
    figures: PersonaFigures.nullable().optional(),
  })
  .meta({ id: 'Persona' });

export const NewPersona = z
  .object({
    name: shortText(200).min(1),
    description: shortText(2000).default(''),
    status: Status.default('active'),
    tags: z.array(shortText(60).min(1)).max(30).default([]),
    card: PersonaCard.default({}),
    mapping_rules: MappingRules.nullable().default(null),
    sync_config: SyncConfig.default({ auto_sync: true, sync_frequency: 'daily' }),
  })
  .strict()
  .meta({ id: 'NewPersona' });

export const PersonaChange = z
  .object({
    name: shortText(200).min(1),
    description: shortText(2000),
    status: Status,
    tags: z.array(shortText(60).min(1)).max(30),
    card: PersonaCard,
    mapping_rules: MappingRules,
    sync_config: SyncConfig,
    note: shortText(500).meta({ description: 'Why the rules change; kept with the edition' }),
  })
  .partial()
  .strict()
  .meta({ id: 'PersonaChange' });

const PersonaAnswer = Persona.extend({
  run: RunSummary.nullable().meta({ description: 'The calculation that this change started, if it changed the rules' }),
}).meta({ id: 'PersonaAnswer' });

const Version = z
  .object({
    edition: z.int(),
    mapping_rules: MappingRules,
    rules: MappingRules,
    note: z.string(),
    restored_from: z.int().nullable(),
    created_by_name: z.string(),
    created_at: Instant,
  })
  .meta({ id: 'PersonaVersion' });

const PERSONA_EXAMPLE = {
  id: 1,
  name: 'Maya, product manager',
  description: 'Wants fewer manual errors',
  status: 'active' as const,
  tags: ['b2b'],
  card: {},
  color_index: 0,
  photo_url: null,
  mapping_rules: SHORT_RULES,
  rules: FULL_RULES,
  rule_count: 3,
  edition: 1,
  scored_edition: 1,
  sync_config: { auto_sync: true, sync_frequency: 'daily' as const },
  last_synced_at: null,
  revision: 1,
  created_at: '2026-01-31T09:00:00.000Z',
  updated_at: '2026-01-31T09:00:00.000Z',
};
const VERSION_EXAMPLE = {
  edition: 1,
  mapping_rules: SHORT_RULES,
  rules: FULL_RULES,
  note: '',
  restored_from: null,
  created_by_name: 'Demo owner',
  created_at: '2026-01-31T09:00:00.000Z',
};

const IfMatch = z.object({
  'if-match': z.string().optional().meta({ description: 'The ETag of the revision you changed; required' }),
});
const etag = { ETag: 'The revision, quoted' };

export const personaOperations = {
  listPersonas: operation({
    id: 'listPersonas', method: 'GET', path: '/api/cx-personas', tag: 'Personas', access: 'read',
    summary: 'List personas by name',
    query: PageQuery.extend({
      status: Status.optional(),
      search: shortText(200).optional(),
      include: z.literal('figures').optional().meta({ description: '`figures` adds the live figures of each' }),
      omit: z.literal('card').optional().meta({ description: '`card` answers `{}` for every card: pictures make cards large' }),
    }),
    answers: { 200: answer('A page of personas', pageOf(Persona), { items: [PERSONA_EXAMPLE], next_cursor: null }) },
    errors: ['invalid_input'],
  }),
  createPersona: operation({
    id: 'createPersona', method: 'POST', path: '/api/cx-personas', tag: 'Personas', access: 'write',
    summary: 'Create a persona; with rules, its scores are calculated at once',
    bodies: [json(NewPersona, { name: 'Maya, product manager', mapping_rules: SHORT_RULES })],
    answers: { 201: answer('The persona', PersonaAnswer, { ...PERSONA_EXAMPLE, run: RUN_EXAMPLE }, etag) },
    errors: ['invalid_input', 'invalid_rules', 'name_taken'],
  }),
  getPersona: operation({
    id: 'getPersona', method: 'GET', path: '/api/cx-personas/:id', tag: 'Personas', access: 'read',
    summary: 'One persona',
    params: IdParams,
    answers: { 200: answer('The persona', Persona, PERSONA_EXAMPLE, etag) },
    errors: ['not_found'],
  }),
  getPersonaPhoto: operation({
    id: 'getPersonaPhoto', method: 'GET', path: '/api/cx-personas/:id/photo', tag: 'Personas', access: 'read',
    summary: 'The photo of a persona: a PNG, JPEG or WebP picture',
    description: 'Ask for `photo_url`, which changes with the photo: its answer may be kept for good.',
    params: IdParams, query: z.object({ v: shortText(64).optional().meta({ description: 'Which photo: nothing depends on it but how long the answer is kept' }) }),
    answers: { 200: { contentType: 'image/webp', schema: z.string().meta({ format: 'binary' }), description: 'The picture, with its own content type', example: 'RIFF…' } },
    errors: ['not_found', 'invalid_input'],
  }),
  changePersona: operation({
    id: 'changePersona', method: 'PATCH', path: '/api/cx-personas/:id', tag: 'Personas', access: 'write',
    summary: 'Change a persona; changed rules become a new edition',
    params: IdParams, headers: IfMatch,
    bodies: [json(PersonaChange, { mapping_rules: { age: { min: 25, max: 45 } }, note: 'Older than we thought' })],
    answers: { 200: answer('The persona as it is now', PersonaAnswer, { ...PERSONA_EXAMPLE, revision: 2, run: null }, etag) },
    errors: ['not_found', 'invalid_input', 'invalid_rules', 'name_taken', 'edited_meanwhile', 'if_match_required'],
  }),
  deletePersona: operation({
    id: 'deletePersona', method: 'DELETE', path: '/api/cx-personas/:id', tag: 'Personas', access: 'write',
    summary: 'Delete a persona with its editions, scores and snapshots',
    params: IdParams, headers: IfMatch,
    answers: { 204: { contentType: '', schema: z.undefined(), description: 'Deleted' } },
    errors: ['not_found', 'edited_meanwhile', 'if_match_required'],
  }),
  clonePersona: operation({
    id: 'clonePersona', method: 'POST', path: '/api/cx-personas/:id/clone', tag: 'Personas', access: 'write',
    summary: 'Copy a persona with its present rules; the copy is a draft',
    params: IdParams,
    bodies: [json(z.object({ name: shortText(200).min(1).optional() }).strict(), { name: 'Maya, copy' })],
    answers: { 201: answer('The copy', PersonaAnswer, { ...PERSONA_EXAMPLE, id: 2, name: 'Maya, copy', run: null }, etag) },
    errors: ['not_found', 'invalid_input', 'name_taken'],
  }),
  listPersonaVersions: operation({
    id: 'listPersonaVersions', method: 'GET', path: '/api/cx-personas/:id/versions', tag: 'Personas', access: 'read',
    summary: 'Editions of the rules, newest first',
    params: IdParams, query: PageQuery,
    answers: { 200: answer('A page of editions', pageOf(Version), { items: [VERSION_EXAMPLE], next_cursor: null }) },
    errors: ['not_found', 'invalid_input'],
  }),
  getPersonaVersion: operation({
    id: 'getPersonaVersion', method: 'GET', path: '/api/cx-personas/:id/versions/:edition', tag: 'Personas', access: 'read',
    summary: 'One edition of the rules',
    params: IdParams.extend({ edition: IdText }),
    answers: { 200: answer('The edition', Version, VERSION_EXAMPLE) },
    errors: ['not_found'],
  }),
  restorePersonaVersion: operation({
    id: 'restorePersonaVersion', method: 'POST', path: '/api/cx-personas/:id/versions/:edition/restore', tag: 'Personas', access: 'write',
    summary: 'Make an old edition the newest again, as a new edition',
    params: IdParams.extend({ edition: IdText }), headers: IfMatch,
    answers: { 200: answer('The persona as it is now', PersonaAnswer, { ...PERSONA_EXAMPLE, edition: 3, revision: 4, run: RUN_EXAMPLE }, etag) },
    errors: ['not_found', 'edited_meanwhile', 'if_match_required'],
  }),
};
