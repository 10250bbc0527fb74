import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import { toEtag, toExpectedRevision } from '../../http/if-match.ts';
import type { FormService } from './form.service.ts';

/** Forms and their fields. */
export function formRoutes(forms: FormService): BoundOperation[] {
  return [
    bind(operations.listForms, async ({ caller, query }) => ({ status: 200, body: await forms.list(caller, query) })),
    bind(operations.createForm, async ({ caller, body }) => {
      const form = await forms.create(caller, body);
      return { status: 201, body: form, headers: { etag: toEtag(form.revision) } };
    }),
    bind(operations.getForm, async ({ caller, params }) => {
      const form = await forms.get(caller, params.id);
      return { status: 200, body: form, headers: { etag: toEtag(form.revision) } };
    }),
    bind(operations.changeForm, async ({ caller, params, headers, body }) => {
      const form = await forms.change(caller, params.id, toExpectedRevision(headers['if-match']), body);
      return { status: 200, body: form, headers: { etag: toEtag(form.revision) } };
    }),
    bind(operations.eraseForm, async ({ caller, params, body }) => ({ status: 200, body: await forms.erase(caller, params.id, body.confirm) })),
    bind(operations.deleteForm, async ({ caller, params }) => {
      await forms.delete(caller, params.id);
      return { status: 204 };
    }),
  ];
}
