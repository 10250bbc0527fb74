import { type LikenessClient, unwrap } from '@likeness/sdk';
import { beforeAll, expect, it } from 'vitest';
import { clientOfContext } from '../testing/client-of-context.ts';
import { makeKeyClient } from '../testing/sign-in.ts';
import { world } from '../testing/world.ts';

/** A neighbour in the same installation. */
export function describeTwoTenants(): void {
  let theirs: LikenessClient;

  beforeAll(async () => {
    const { likeness, person, session } = world();
    const tenant = unwrap(await session.POST('/api/tenants', { body: { name: 'Neighbour', time_zone: 'America/New_York' } }));
    theirs = await makeKeyClient(likeness.url, await clientOfContext(person, likeness.url, tenant.id));
  });

  it('see nothing of each other', async () => {
    expect(unwrap(await theirs.GET('/api/cx-personas')).items).toEqual([]);
    expect(unwrap(await theirs.GET('/api/forms')).items).toEqual([]);
    expect(unwrap(await theirs.GET('/api/cx-personas/portfolio'))).toMatchObject({ total_responses: 0, total_customers: 0 });
  });

  it('cannot tell a neighbour\'s id from one that does not exist', async () => {
    const id = unwrap(await world().client.GET('/api/cx-personas')).items[0]?.id ?? 0;
    const [foreign, missing] = await Promise.all(
      [id, 987_654_321].map(async (personaId) => {
        const { error, response } = await theirs.GET('/api/cx-personas/{id}/analytics', { params: { path: { id: personaId } } });
        return { status: response.status, problem: { ...error, request_id: '' } };
      }),
    );
    expect(foreign?.status).toBe(404);
    expect(foreign).toEqual(missing);
  });
}
