import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useForms } from '../../api/use-forms.ts';
import { useMay } from '../../api/use-session.ts';
import { changeKind, toggleMissing } from './change-mapping.ts';
import { ColumnsCard } from './ColumnsCard.tsx';
import classes from './columns-step.module.css';
import { FileCard } from './FileCard.tsx';
import { messages } from './messages.ts';
import { MissingCard } from './MissingCard.tsx';
import type { Import, Mapping, Recognition } from './recognition.ts';
import { TargetCard } from './TargetCard.tsx';
import { toColumnsView } from './to-columns-view.ts';
import { TrialCard } from './TrialCard.tsx';
import { useDraft } from './use-import.ts';
import { type Reading, useReading } from './use-reading.ts';
import { useDiscard, useStart } from './use-import-run.ts';

const route = getRouteApi('/imports/new');
type ColumnsStepProps = { imported: Import; recognition: Recognition; proposed: Mapping };

/** The columns of a file as it is read now; read in another way they are other columns, and nothing half typed is taken over. */
export function ColumnsStep(props: ColumnsStepProps) {
  const reading = useReading(props.imported);
  return <Columns key={JSON.stringify(props.recognition.told)} {...props} reading={reading} />;
}

/** What was recognised, all of it to correct, beside a trial run of how it stands. */
function Columns({ imported, recognition, proposed, reading }: ColumnsStepProps & { reading: Reading }) {
  const navigate = route.useNavigate();
  const mayWrite = useMay('write');
  const draft = useDraft(imported, proposed, recognition.row_count, mayWrite);
  const start = useStart(imported.id, 'start');
  const discard = useDiscard(imported.id, () => void navigate({ search: {} }));
  const { data: forms = [] } = useForms();
  const { mapping } = draft;
  const view = toColumnsView(recognition, mapping, draft.trouble?.problems);
  const formName = mapping.form_name ?? forms.find(({ id }) => id === mapping.form_id)?.name ?? '';
  const ready = draft.isChecked ? (imported.report?.ready ?? 0) : null;
  return (
    <div className={classes.step}>
      <FileCard imported={imported} recognition={recognition} formName={formName} isBusy={discard.isPending} onOther={() => discard.mutate()} reading={reading} mayWrite={mayWrite && !draft.isChecking} />
      <fieldset className={classes.panes} disabled={!mayWrite || reading.isPending}>
        <ColumnsCard view={view} mapping={mapping} onKind={(index, kind) => draft.change(changeKind(mapping, index, kind))} onChange={draft.change} />
        <div className={classes.side}>
          <TrialCard imported={imported} draft={draft} />
          <MissingCard missing={view.missing} onToggle={(index, token) => draft.change(toggleMissing(mapping, index, token))} />
          <TargetCard mapping={mapping} forms={forms} hasDate={view.hasDate} hasRespondent={view.hasRespondent} onChange={draft.change} />
        </div>
      </fieldset>
      <div className={classes.bar}>
        <span>{mayWrite ? messages.bar.toCheck(view.toCheck) : messages.mayNot}</span>
        <Button
          loading={start.isPending} disabled={!mayWrite || reading.isPending || ready === null || (ready === 0 && (imported.report?.already_there ?? 0) === 0)}
          onClick={() => start.mutate()}
        >
          {ready === null ? messages.bar.importAny : messages.bar.import(ready)}
        </Button>
      </div>
    </div>
  );
}
