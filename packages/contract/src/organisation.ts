import { z } from 'zod';
import { Id, IdParams, Instant, JsonObject, PageQuery, pageOf, shortText, WindowQuery } from './common.ts';
import { answer, json, operation } from './operation.ts';

const Role = z.enum(['owner', 'editor', 'viewer']);

const MetricSetting = z
  .object({ field: shortText(200).min(1), min: z.number(), max: z.number() })
  .strict()
  .refine((scale) => scale.min < scale.max, 'min must be below max')
  .meta({ id: 'MetricSetting', description: 'The attribute a metric is read from and its declared scale' });

export const TenantSettings = z
  .object({
    bands: z
      .object({ moderate: z.number().min(1).max(100), strong: z.number().min(1).max(100) })
      .strict()
      .refine((bands) => bands.moderate < bands.strong, 'moderate must be below strong'),
    metrics: z
      .object({ satisfaction: MetricSetting, loyalty: MetricSetting, trust: MetricSetting, effort: MetricSetting })
      .strict(),
    demographics: z.array(shortText(200).min(1)).max(20),
  })
  .strict()
  .meta({ id: 'TenantSettings' });

export const DEFAULT_SETTINGS: z.infer<typeof TenantSettings> = {
  bands: { moderate: 50, strong: 70 },
  metrics: {
    satisfaction: { field: 'satisfaction', min: 1, max: 5 },
    loyalty: { field: 'nps_score', min: 0, max: 10 },
    trust: { field: 'trust_rating', min: 1, max: 5 },
    effort: { field: 'effort_score', min: 1, max: 7 },
  },
  demographics: ['age', 'gender', 'location', 'occupation'],
};

const Tenant = z
  .object({ id: Id, name: z.string(), time_zone: z.string(), is_demo: z.boolean(), settings: TenantSettings, created_at: Instant })
  .meta({ id: 'Tenant' });
const TENANT = {
  id: 1, name: 'Demo', time_zone: 'Europe/London', is_demo: true, settings: DEFAULT_SETTINGS, created_at: '2026-01-31T09:00:00.000Z',
};

const BandCounts = z.object({ strong: z.int(), moderate: z.int(), weak: z.int() }).meta({ id: 'BandCounts' });
const BandChange = z.object({ persona_id: Id, persona_name: z.string(), before: BandCounts, after: BandCounts }).meta({ id: 'BandChange' });
const TenantContents = z
  .object({ responses: z.int(), respondents: z.int(), personas: z.int(), forms: z.int(), imports: z.int(), snapshots: z.int(), attributes: z.int() })
  .meta({ id: 'TenantContents' });
const CONTENTS = { responses: 6000, respondents: 3767, personas: 5, forms: 3, imports: 0, snapshots: 1800, attributes: 4 };

const Member = z
  .object({ user_id: z.string(), name: z.string(), email: z.string(), role: Role, created_at: Instant })
  .meta({ id: 'Member' });
const MEMBER = { user_id: 'u1', name: 'Demo owner', email: 'owner@example.com', role: 'owner' as const, created_at: '2026-01-31T09:00:00.000Z' };

const Invitation = z
  .object({ id: Id, email: z.string(), role: Role, created_at: Instant, expires_at: Instant })
  .meta({ id: 'Invitation' });
const INVITATION = { id: 2, email: 'ann@example.com', role: 'editor' as const, created_at: '2026-01-31T09:00:00.000Z', expires_at: '2026-02-07T09:00:00.000Z' };

const Scope = z.enum(['read', 'submit', 'write', 'admin']);
const ApiKey = z
  .object({
    id: Id, name: z.string(), prefix: z.string(), scopes: z.array(Scope), created_at: Instant,
    expires_at: Instant.nullable(), last_used_at: Instant.nullable(), revoked_at: Instant.nullable(),
  })
  .meta({ id: 'ApiKey' });
const API_KEY = {
  id: 5, name: 'Website', prefix: 'lk_3f9a2c', scopes: ['submit' as const], created_at: '2026-01-31T09:00:00.000Z',
  expires_at: null, last_used_at: null, revoked_at: null,
};

const Session = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable().meta({ description: 'null for an API key' }),
    tenant: z.object({ id: Id, name: z.string(), is_demo: z.boolean(), role: Role.nullable(), scopes: z.array(Scope) }).nullable(),
    tenants: z.array(z.object({ id: Id, name: z.string(), is_demo: z.boolean(), role: Role })),
  })
  .meta({ id: 'Session' });
const SESSION = {
  user: { id: 'u1', name: 'Demo owner', email: 'owner@example.com' },
  tenant: { id: 1, name: 'Demo', is_demo: true, role: 'owner' as const, scopes: ['read' as const, 'submit' as const, 'write' as const, 'admin' as const] },
  tenants: [{ id: 1, name: 'Demo', is_demo: true, role: 'owner' as const }],
};

const Attribute = z
  .object({
    id: Id,
    name: z.string(),
    aliases: z.array(z.string()),
    synonyms: z.record(z.string(), z.string()).meta({ description: 'Spelling -> value, as {"NYC": "New York"}' }),
    language: z.string().nullable(),
  })
  .meta({ id: 'Attribute' });
const NewAttribute = z
  .object({
    name: shortText(200).min(1),
    aliases: z.array(shortText(1000).min(1)).max(100).default([]),
    synonyms: z.record(shortText(500).min(1), shortText(500).min(1)).default({}),
    language: shortText(20).nullable().default(null),
  })
  .strict()
  .meta({ id: 'NewAttribute' });
const ATTRIBUTE = { id: 3, name: 'location', aliases: ['city'], synonyms: { NYC: 'New York' }, language: null };

const AuditEntry = z
  .object({
    id: Id, at: Instant, actor: z.string(), actor_name: z.string(), action: z.string(), subject_type: z.string(),
    subject_id: z.string(), details: JsonObject, request_id: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });

const UserParams = z.object({ user_id: shortText(100).min(1) });
const nothing = (description: string) => ({ 204: { contentType: '', schema: z.undefined(), description } });

export const organisationOperations = {
  getSession: operation({
    id: 'getSession', method: 'GET', path: '/api/session', tag: 'Session', access: 'public',
    summary: 'Who is signed in, for which tenant, with which rights',
    answers: { 200: answer('The session; user and tenant are null when nobody is signed in', Session, SESSION) },
    errors: [],
  }),
  chooseTenant: operation({
    id: 'chooseTenant', method: 'PUT', path: '/api/session/tenant', tag: 'Session', access: 'signed-in',
    summary: 'Work in another tenant you are a member of',
    bodies: [json(z.object({ tenant_id: Id }).strict(), { tenant_id: 1 })],
    answers: { 200: answer('The session as it is now', Session, SESSION) },
    errors: ['not_found', 'invalid_input'],
  }),
  createTenant: operation({
    id: 'createTenant', method: 'POST', path: '/api/tenants', tag: 'Tenant', access: 'signed-in',
    summary: 'Create a tenant and become its owner',
    bodies: [json(z.object({ name: shortText(200).min(1), time_zone: shortText(60).default('UTC') }).strict(), { name: 'Acme', time_zone: 'Europe/Paris' })],
    answers: { 201: answer('The tenant', Tenant, { ...TENANT, id: 2, name: 'Acme', time_zone: 'Europe/Paris', is_demo: false }) },
    errors: ['invalid_input'],
  }),
  getTenant: operation({
    id: 'getTenant', method: 'GET', path: '/api/tenant', tag: 'Tenant', access: 'read',
    summary: 'The tenant and its settings',
    answers: { 200: answer('The tenant', Tenant, TENANT) },
    errors: [],
  }),
  changeTenant: operation({
    id: 'changeTenant', method: 'PATCH', path: '/api/tenant', tag: 'Tenant', access: 'admin',
    summary: 'Change name, time zone or settings; changed thresholds calculate all scores again',
    bodies: [
      json(
        z.object({ name: shortText(200).min(1), time_zone: shortText(60).min(1), settings: TenantSettings }).partial().strict(),
        { time_zone: 'Europe/Paris' },
      ),
    ],
    answers: { 200: answer('The tenant as it is now', Tenant, { ...TENANT, time_zone: 'Europe/Paris' }) },
    errors: ['invalid_input'],
  }),
  previewBands: operation({
    id: 'previewBands', method: 'POST', path: '/api/tenant/bands-preview', tag: 'Tenant', access: 'read',
    summary: 'What other thresholds would make of the stored scores, persona by persona; nothing is changed',
    bodies: [json(TenantSettings.shape.bands, { moderate: 40, strong: 70 })],
    answers: {
      200: answer('Responses of each active persona that has been calculated, by band, now and then', z.object({ items: z.array(BandChange) }), {
        items: [{ persona_id: 1, persona_name: 'Maya', before: { strong: 20, moderate: 30, weak: 50 }, after: { strong: 20, moderate: 45, weak: 35 } }],
      }),
    },
    errors: ['invalid_input'],
  }),
  getTenantContents: operation({
    id: 'getTenantContents', method: 'GET', path: '/api/tenant/contents', tag: 'Tenant', access: 'read',
    summary: 'How much the tenant holds: what would be lost with its data',
    answers: { 200: answer('The numbers', TenantContents, CONTENTS) },
    errors: [],
  }),
  eraseTenantData: operation({
    id: 'eraseTenantData', method: 'POST', path: '/api/tenant/erase-data', tag: 'Tenant', access: 'admin',
    summary: 'Delete all data of the tenant: responses, people, personas, forms, imports, history, dictionary; it cannot be taken back',
    description: 'Members, API keys, settings and the audit log stay. A demo tenant is no demo afterwards.',
    bodies: [json(z.object({ confirm: z.string().max(400).meta({ description: 'The name of the tenant, as it is written' }) }).strict(), { confirm: 'Demo' })],
    answers: { 200: answer('What was deleted', TenantContents, CONTENTS) },
    errors: ['invalid_input', 'wrong_state'],
  }),
  listMembers: operation({
    id: 'listMembers', method: 'GET', path: '/api/members', tag: 'Tenant', access: 'read',
    summary: 'Members of the tenant',
    answers: { 200: answer('All members', z.object({ items: z.array(Member) }), { items: [MEMBER] }) },
    errors: [],
  }),
  changeMember: operation({
    id: 'changeMember', method: 'PATCH', path: '/api/members/:user_id', tag: 'Tenant', access: 'admin',
    summary: "Change a member's role; the last owner stays owner",
    params: UserParams,
    bodies: [json(z.object({ role: Role }).strict(), { role: 'viewer' })],
    answers: { 200: answer('The member', Member, { ...MEMBER, role: 'viewer' }) },
    errors: ['not_found', 'invalid_input', 'wrong_state'],
  }),
  removeMember: operation({
    id: 'removeMember', method: 'DELETE', path: '/api/members/:user_id', tag: 'Tenant', access: 'admin',
    summary: 'Remove a member; the last owner stays', params: UserParams,
    answers: nothing('Removed'), errors: ['not_found', 'wrong_state'],
  }),
  listInvitations: operation({
    id: 'listInvitations', method: 'GET', path: '/api/invitations', tag: 'Tenant', access: 'admin',
    summary: 'Open invitations',
    answers: { 200: answer('Open invitations', z.object({ items: z.array(Invitation) }), { items: [INVITATION] }) },
    errors: [],
  }),
  invite: operation({
    id: 'invite', method: 'POST', path: '/api/invitations', tag: 'Tenant', access: 'admin',
    summary: 'Invite somebody; the link is shown once',
    bodies: [json(z.object({ email: z.email().max(320), role: Role }).strict(), { email: 'ann@example.com', role: 'editor' })],
    answers: { 201: answer('The invitation and its link', Invitation.extend({ link: z.string() }), { ...INVITATION, link: 'http://localhost:5000/invitation#token=…' }) },
    errors: ['invalid_input'],
  }),
  revokeInvitation: operation({
    id: 'revokeInvitation', method: 'DELETE', path: '/api/invitations/:id', tag: 'Tenant', access: 'admin',
    summary: 'Take an invitation back', params: IdParams, answers: nothing('Taken back'), errors: ['not_found'],
  }),
  acceptInvitation: operation({
    id: 'acceptInvitation', method: 'POST', path: '/api/invitations/accept', tag: 'Tenant', access: 'signed-in',
    summary: 'Accept an invitation with the token of its link',
    bodies: [json(z.object({ token: z.string().min(1).max(200) }).strict(), { token: '…' })],
    answers: { 200: answer('The session as it is now', Session, SESSION) },
    errors: ['not_found', 'invalid_input'],
  }),
  listApiKeys: operation({
    id: 'listApiKeys', method: 'GET', path: '/api/api-keys', tag: 'Tenant', access: 'admin',
    summary: 'API keys, revoked ones included',
    answers: { 200: answer('All keys', z.object({ items: z.array(ApiKey) }), { items: [API_KEY] }) },
    errors: [],
  }),
  createApiKey: operation({
    id: 'createApiKey', method: 'POST', path: '/api/api-keys', tag: 'Tenant', access: 'admin',
    summary: 'Make an API key; the secret is shown once',
    bodies: [
      json(
        z.object({ name: shortText(100).min(1), scopes: z.array(Scope).min(1), expires_at: Instant.optional() }).strict(),
        { name: 'Website', scopes: ['submit'] },
      ),
    ],
    answers: { 201: answer('The key and its secret', ApiKey.extend({ secret: z.string() }), { ...API_KEY, secret: 'lk_3f9a2c_…' }) },
    errors: ['invalid_input'],
  }),
  revokeApiKey: operation({
    id: 'revokeApiKey', method: 'DELETE', path: '/api/api-keys/:id', tag: 'Tenant', access: 'admin',
    summary: 'Revoke an API key at once', params: IdParams, answers: nothing('Revoked'), errors: ['not_found'],
  }),
  listAttributes: operation({
    id: 'listAttributes', method: 'GET', path: '/api/attributes', tag: 'Dictionary', access: 'read',
    summary: 'The attribute dictionary', query: PageQuery,
    answers: { 200: answer('A page of attributes', pageOf(Attribute), { items: [ATTRIBUTE], next_cursor: null }) },
    errors: ['invalid_input'],
  }),
  createAttribute: operation({
    id: 'createAttribute', method: 'POST', path: '/api/attributes', tag: 'Dictionary', access: 'write',
    summary: 'Add an attribute with its other names and synonyms; scores are calculated again',
    bodies: [json(NewAttribute, { name: 'location', aliases: ['city'], synonyms: { NYC: 'New York' } })],
    answers: { 201: answer('The attribute', Attribute, ATTRIBUTE) },
    errors: ['invalid_input', 'name_taken'],
  }),
  changeAttribute: operation({
    id: 'changeAttribute', method: 'PUT', path: '/api/attributes/:id', tag: 'Dictionary', access: 'write',
    summary: 'Replace an attribute; scores are calculated again',
    params: IdParams,
    bodies: [json(NewAttribute, { name: 'location', aliases: ['city', 'town'], synonyms: {} })],
    answers: { 200: answer('The attribute', Attribute, ATTRIBUTE) },
    errors: ['not_found', 'invalid_input', 'name_taken'],
  }),
  deleteAttribute: operation({
    id: 'deleteAttribute', method: 'DELETE', path: '/api/attributes/:id', tag: 'Dictionary', access: 'write',
    summary: 'Remove an attribute; scores are calculated again', params: IdParams,
    answers: nothing('Removed'), errors: ['not_found'],
  }),
  listAuditLog: operation({
    id: 'listAuditLog', method: 'GET', path: '/api/audit-log', tag: 'Tenant', access: 'admin',
    summary: 'Who changed what, newest first',
    query: PageQuery.extend({
      subject_type: shortText(60).optional(), subject_id: shortText(60).optional(),
      actor: shortText(100).optional().meta({ description: 'Who did it, as `user:u1`' }),
      action: shortText(60).optional().meta({ description: 'What was done, as `persona.changed`' }),
    }).extend(WindowQuery.shape),
    answers: {
      200: answer('A page of entries', pageOf(AuditEntry), {
        items: [{
          id: 11, at: '2026-01-31T09:00:00.000Z', actor: 'user:u1', actor_name: 'Demo owner', action: 'persona.changed',
          subject_type: 'persona', subject_id: '1', details: { edition: 2 }, request_id: 'req-1',
        }],
        next_cursor: null,
      }),
    },
    errors: ['invalid_input'],
  }),
};
