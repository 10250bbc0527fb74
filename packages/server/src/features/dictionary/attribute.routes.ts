import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import type { AttributeService } from './attribute.service.ts';

/** The attribute dictionary. */
export function attributeRoutes(attributes: AttributeService): BoundOperation[] {
  return [
    bind(operations.listAttributes, async ({ caller, query }) => ({ status: 200, body: await attributes.list(caller, query) })),
    bind(operations.createAttribute, async ({ caller, body }) => ({ status: 201, body: await attributes.create(caller, body) })),
    bind(operations.changeAttribute, async ({ caller, params, body }) => ({
      status: 200,
      body: await attributes.replace(caller, params.id, body),
    })),
    bind(operations.deleteAttribute, async ({ caller, params }) => {
      await attributes.delete(caller, params.id);
      return { status: 204 };
    }),
  ];
}
