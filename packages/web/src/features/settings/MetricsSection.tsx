import { type Schemas, unwrap } from '@likeness/sdk';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { useMay } from '../../api/use-session.ts';
import { type Tenant, useTenant } from '../../api/use-tenant.ts';
import { Card } from '../../ui/card/Card.tsx';
import { formats } from '../../ui/formats.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonCard } from '../../ui/state/Skeleton.tsx';
import { BandsPreview } from './BandsPreview.tsx';
import { messages } from './messages.ts';
import classes from './settings.module.css';
import { useChange } from './use-change.ts';

type Settings = Schemas['TenantSettings'];
const METRICS = ['satisfaction', 'loyalty', 'trust', 'effort'] as const;

/** From which score on a response matches, where the metrics are read from, and which answers describe people. */
export function MetricsSection() {
  return (
    <Loaded query={useTenant()} skeleton={<SkeletonCard blockSize={420} />}>
      {(tenant) => <MetricsForm key={JSON.stringify(tenant.settings)} tenant={tenant} />}
    </Loaded>
  );
}

function MetricsForm({ tenant: { settings } }: { tenant: Tenant }) {
  const words = messages.metrics;
  const mayAdmin = useMay('admin');
  const [draft, setDraft] = useState<Settings>(settings);
  const save = useChange(async () => unwrap(await likeness.PATCH('/api/tenant', { body: { settings: draft } })), messages.saved, ['tenant', 'figures', 'personas']);
  const { bands } = draft;
  const areBandsWrong = !(bands.moderate >= 1 && bands.strong <= 100 && bands.moderate < bands.strong);
  const areScalesWrong = METRICS.some((metric) => draft.metrics[metric].field.trim() === '' || !(draft.metrics[metric].min < draft.metrics[metric].max));
  const haveBandsChanged = bands.moderate !== settings.bands.moderate || bands.strong !== settings.bands.strong;
  const changeMetric = (metric: (typeof METRICS)[number], change: Partial<Settings['metrics']['loyalty']>): void =>
    setDraft({ ...draft, metrics: { ...draft.metrics, [metric]: { ...draft.metrics[metric], ...change } } });
  return (
    <form
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <Card title={words.bands} caption={words.bandsText}>
        <fieldset className={classes.form} disabled={!mayAdmin}>
          <div className={classes.row}>
            <NumberField label={words.moderate} value={bands.moderate} onChange={(moderate) => setDraft({ ...draft, bands: { ...bands, moderate } })} />
            <NumberField label={words.strong} value={bands.strong} onChange={(strong) => setDraft({ ...draft, bands: { ...bands, strong } })} />
          </div>
          <p className={classes.hint} role={areBandsWrong ? 'alert' : undefined}>
            {areBandsWrong ? words.bandsWrong : haveBandsChanged ? words.willChange(formats.number(settings.bands.moderate, 0), formats.number(settings.bands.strong, 0)) : words.bandsMean}
          </p>
        </fieldset>
        {haveBandsChanged && !areBandsWrong && <BandsPreview moderate={bands.moderate} strong={bands.strong} />}
      </Card>
      <Card title={words.title} caption={words.text}>
        <fieldset className={classes.form} disabled={!mayAdmin}>
          {METRICS.map((metric) => (
            <div key={metric} className={classes.metric}>
              <TextInput label={words.fieldOf(words.names[metric])} value={draft.metrics[metric].field} maxLength={200} spellCheck={false} onChange={({ currentTarget }) => changeMetric(metric, { field: currentTarget.value })} />
              <NumberField label={words.from} value={draft.metrics[metric].min} onChange={(min) => changeMetric(metric, { min })} />
              <NumberField label={words.upTo} value={draft.metrics[metric].max} onChange={(max) => changeMetric(metric, { max })} />
            </div>
          ))}
          <TextInput
            label={words.demographics} description={words.demographicsText} defaultValue={draft.demographics.join(', ')}
            onChange={({ currentTarget }) => setDraft({ ...draft, demographics: currentTarget.value.split(',').map((name) => name.trim()).filter((name) => name !== '').slice(0, 20) })}
          />
        </fieldset>
      </Card>
      <div>
        <Button type="submit" disabled={!mayAdmin || areBandsWrong || areScalesWrong || JSON.stringify(draft) === JSON.stringify(settings)} loading={save.isPending}>
          {messages.save}
        </Button>
      </div>
    </form>
  );
}

function NumberField({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  return <TextInput type="number" step="any" label={label} defaultValue={value} onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? Number.NaN : Number(currentTarget.value))} />;
}
