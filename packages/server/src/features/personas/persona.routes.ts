import { Readable } from 'node:stream';
import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import { toEtag, toExpectedRevision } from '../../http/if-match.ts';
import type { PersonaService } from './persona.service.ts';

// Asked for by the address that has the photo’s own version in it.
const FOR_GOOD = 'private, max-age=31536000, immutable';

/** Personas and the editions of their rules. */
export function personaRoutes(personas: PersonaService): BoundOperation[] {
  return [
    bind(operations.listPersonas, async ({ caller, query }) => ({ status: 200, body: await personas.list(caller, query) })),
    bind(operations.createPersona, async ({ caller, body }) => withEtag(201, await personas.create(caller, body))),
    bind(operations.getPersona, async ({ caller, params }) => withEtag(200, await personas.get(caller, params.id))),
    bind(operations.getPersonaPhoto, async ({ caller, params, query }) => {
      const { contentType, bytes } = await personas.getPhoto(caller, params.id);
      return { status: 200, body: Readable.from([bytes]), headers: { 'content-type': contentType, ...(query.v !== undefined && { 'cache-control': FOR_GOOD }) } };
    }),
    bind(operations.changePersona, async ({ caller, params, headers, body }) =>
      withEtag(200, await personas.change(caller, params.id, toExpectedRevision(headers['if-match']), body)),
    ),
    bind(operations.deletePersona, async ({ caller, params, headers }) => {
      await personas.delete(caller, params.id, toExpectedRevision(headers['if-match']));
      return { status: 204 };
    }),
    bind(operations.clonePersona, async ({ caller, params, body }) => withEtag(201, await personas.clone(caller, params.id, body.name))),
    bind(operations.listPersonaVersions, async ({ caller, params, query }) => ({
      status: 200,
      body: await personas.listVersions(caller, params.id, query),
    })),
    bind(operations.getPersonaVersion, async ({ caller, params }) => ({
      status: 200,
      body: await personas.getVersion(caller, params.id, params.edition),
    })),
    bind(operations.restorePersonaVersion, async ({ caller, params, headers }) =>
      withEtag(200, await personas.restoreVersion(caller, params.id, params.edition, toExpectedRevision(headers['if-match']))),
    ),
  ];
}

function withEtag<const S extends number, P extends { revision: number }>(status: S, body: P) {
  return { status, body, headers: { etag: toEtag(body.revision) } };
}
