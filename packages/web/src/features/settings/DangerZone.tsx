import { unwrap } from '@likeness/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { keyOf, RESOURCES } from '../../api/query-keys.ts';
import { useForms } from '../../api/use-forms.ts';
import type { Tenant } from '../../api/use-tenant.ts';
import { Card } from '../../ui/card/Card.tsx';
import { ChooseOne } from '../../ui/control/Choose.tsx';
import { messages } from './messages.ts';
import classes from './settings.module.css';
import { TypedConfirm } from './TypedConfirm.tsx';
import { useChange } from './use-change.ts';

/** What cannot be taken back: deleting a form with its responses, and all data of the organisation. For owners. */
export function DangerZone({ tenant }: { tenant: Tenant }) {
  const words = messages.danger;
  return (
    <Card title={words.title} caption={words.text}>
      <div className={classes.panel}>
        <EraseForm />
        <EraseData tenant={tenant} />
      </div>
    </Card>
  );
}

function EraseForm() {
  const words = messages.danger;
  const { data: forms = [] } = useForms();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const form = forms.find(({ id }) => String(id) === chosen);
  const erase = useChange(
    async ({ id, confirm }: { id: number; confirm: string }) => unwrap(await likeness.POST('/api/forms/{id}/erase', { params: { path: { id } }, body: { confirm } })),
    words.formErased, RESOURCES,
  );
  return (
    <div className={classes.danger}>
      <ChooseOne label={words.form} placeholder={words.chooseForm} choices={forms.map(({ id, name }) => ({ value: String(id), label: name }))} value={chosen} onChange={setChosen} />
      <Button variant="default" disabled={form === undefined} onClick={() => setIsAsked(true)}>
        {words.eraseForm}
      </Button>
      {form !== undefined && (
        <TypedConfirm
          isOpen={isAsked} title={words.eraseFormTitle(form.name)} name={form.name} isBusy={erase.isPending} onClose={() => setIsAsked(false)}
          onConfirm={(confirm) => erase.mutate({ id: form.id, confirm }, { onSuccess: () => setChosen(null), onSettled: () => setIsAsked(false) })}
        >
          {words.eraseFormText(form.response_count)}
        </TypedConfirm>
      )}
    </div>
  );
}

function EraseData({ tenant }: { tenant: Tenant }) {
  const words = messages.danger;
  const [isAsked, setIsAsked] = useState(false);
  const { data } = useQuery({
    queryKey: keyOf('figures', 'contents'),
    enabled: isAsked,
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/tenant/contents', { signal })),
  });
  const erase = useChange(async (confirm: string) => unwrap(await likeness.POST('/api/tenant/erase-data', { body: { confirm } })), words.dataErased, RESOURCES);
  return (
    <div className={classes.danger}>
      <p className={classes.hint}>{tenant.is_demo ? words.demoText : words.dataText}</p>
      <Button variant="default" onClick={() => setIsAsked(true)}>
        {tenant.is_demo ? words.eraseDemo : words.eraseData}
      </Button>
      <TypedConfirm
        isOpen={isAsked} title={tenant.is_demo ? words.eraseDemo : words.eraseData} name={tenant.name} isBusy={erase.isPending || data === undefined} onClose={() => setIsAsked(false)}
        onConfirm={(confirm) => erase.mutate(confirm, { onSettled: () => setIsAsked(false) })}
      >
        {data === undefined ? words.counting : words.lost(data)}
      </TypedConfirm>
    </div>
  );
}
