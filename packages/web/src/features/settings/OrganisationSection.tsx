import { unwrap } from '@likeness/sdk';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { useMay } from '../../api/use-session.ts';
import { type Tenant, useTenant } from '../../api/use-tenant.ts';
import { Card } from '../../ui/card/Card.tsx';
import { ChooseOne } from '../../ui/control/Choose.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonCard } from '../../ui/state/Skeleton.tsx';
import { DangerZone } from './DangerZone.tsx';
import { messages } from './messages.ts';
import classes from './settings.module.css';
import { useChange } from './use-change.ts';

/** Name and time zone of the organisation. */
export function OrganisationSection() {
  const mayAdmin = useMay('admin');
  return (
    <Loaded query={useTenant()} skeleton={<SkeletonCard blockSize={220} />}>
      {(tenant) => (
        <>
          <OrganisationForm key={`${tenant.name} ${tenant.time_zone}`} tenant={tenant} />
          {mayAdmin && <DangerZone tenant={tenant} />}
        </>
      )}
    </Loaded>
  );
}

function OrganisationForm({ tenant }: { tenant: Tenant }) {
  const words = messages.organisation;
  const mayAdmin = useMay('admin');
  const [name, setName] = useState(tenant.name);
  const [timeZone, setTimeZone] = useState(tenant.time_zone);
  const save = useChange(
    async () => unwrap(await likeness.PATCH('/api/tenant', { body: { name: name.trim(), time_zone: timeZone } })),
    messages.saved, ['tenant', 'session', 'figures'],
  );
  const isChanged = name !== tenant.name || timeZone !== tenant.time_zone;
  return (
    <Card title={messages.sections.organisation}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <fieldset className={classes.form} disabled={!mayAdmin}>
          <TextInput label={words.name} value={name} maxLength={200} required withAsterisk={false} onChange={({ currentTarget }) => setName(currentTarget.value)} />
          <ChooseOne label={words.timeZone} choices={toZones(tenant.time_zone)} value={timeZone} isDisabled={!mayAdmin} onChange={(zone) => zone !== null && setTimeZone(zone)} />
          <p className={classes.hint}>{words.timeZoneText}</p>
          {timeZone !== tenant.time_zone && <output className={classes.hint}>{words.timeZoneChange(tenant.time_zone, timeZone)}</output>}
          <div>
            <Button type="submit" disabled={!mayAdmin || !isChanged || name.trim() === ''} loading={save.isPending}>
              {messages.save}
            </Button>
          </div>
        </fieldset>
      </form>
    </Card>
  );
}

/** All time zones the browser knows, and the one that is set. */
function toZones(current: string): { value: string; label: string }[] {
  const zones = new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
