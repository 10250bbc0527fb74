import { unwrap } from '@likeness/sdk';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { Card } from '../../ui/card/Card.tsx';
import { messages } from './messages.ts';
import { Secret } from './Secret.tsx';
import classes from './settings.module.css';
import { useChange } from './use-change.ts';

const SCOPES = ['read', 'submit', 'write', 'admin'] as const;
const DAY_MS = 86_400_000;
/** How long a key works, in days; 0: until it is revoked. */
const LIFETIMES = ['0', '30', '90', '365'] as const;

type Scope = (typeof SCOPES)[number];

/** Makes an API key; its secret is shown once. */
export function NewKeyForm() {
  const words = messages.keys;
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['submit']);
  const [days, setDays] = useState('0');
  const [secret, setSecret] = useState<string | null>(null);
  const make = useChange(
    async () => {
      const expires = days === '0' ? {} : { expires_at: new Date(Date.now() + Number(days) * DAY_MS).toISOString() };
      return unwrap(await likeness.POST('/api/api-keys', { body: { name: name.trim(), scopes, ...expires } }));
    },
    words.made, ['members'],
  );
  return (
    <Card title={words.title} caption={words.text}>
      <form
        className={classes.panel}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(undefined, {
            onSuccess: (key) => {
              setSecret(key.secret);
              setName('');
            },
          });
        }}
      >
        <div className={`${classes.form} ${classes.row}`}>
          <TextInput label={words.name} value={name} maxLength={100} required withAsterisk={false} onChange={({ currentTarget }) => setName(currentTarget.value)} />
          <NativeSelect
            label={words.expires} value={days} data={LIFETIMES.map((value) => ({ value, label: words.lifetime[value] }))} onChange={({ currentTarget }) => setDays(currentTarget.value)}
          />
        </div>
        <Checkbox.Group label={words.scopes} value={scopes} onChange={(chosen) => setScopes(SCOPES.filter((scope) => chosen.includes(scope)))}>
          <div className={classes.panel}>
            {SCOPES.map((scope) => (
              <Checkbox key={scope} value={scope} label={words.scope[scope]} description={words.scopeText[scope]} />
            ))}
          </div>
        </Checkbox.Group>
        <div>
          <Button type="submit" loading={make.isPending} disabled={name.trim() === '' || scopes.length === 0}>
            {words.make}
          </Button>
        </div>
        {secret !== null && <Secret text={words.secret} secret={secret} onClose={() => setSecret(null)} />}
      </form>
    </Card>
  );
}
