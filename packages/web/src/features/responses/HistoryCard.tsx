import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import classes from './responses.module.css';
import { type PersonaHistory, toHistory } from './to-history.ts';
import { useResponseDetails } from './use-responses.ts';

/** Each response's reasons are read one by one. */
const SHOWN = 8;

/** How well each response of a person fits each persona, side by side. `responseIds`: newest first. */
export function HistoryCard({ responseIds }: { responseIds: readonly number[] }) {
  const { at, personas } = toHistory(useResponseDetails(responseIds.slice(0, SHOWN)));
  const columns: Column<PersonaHistory>[] = [
    {
      key: 'persona', header: messages.persona, isRowHeader: true, value: ({ name }) => name,
      cell: ({ name, hasChanged }) => (
        <>
          {name} {hasChanged && <Chip tone="info">{messages.changed}</Chip>}
        </>
      ),
    },
    ...at.map(({ responseId, at: submittedAt }, index): Column<PersonaHistory> => ({
      key: String(responseId), header: formats.instant(new Date(submittedAt)), value: ({ scores }) => scores[index]?.score ?? null,
      cell: ({ scores }) => <Score score={scores[index] ?? null} />,
    })),
  ];
  return (
    <Card title={messages.changes} caption={messages.changesCaption(SHOWN)} isFlush>
      <div className={classes.history}>
        <DataTable caption={messages.changes} columns={columns} rows={personas} rowKey={({ personaId }) => personaId} empty={messages.noScores} csvName={messages.changes} />
      </div>
    </Card>
  );
}

function Score({ score }: { score: PersonaHistory['scores'][number] }) {
  if (score === null) return messages.noScore;
  return (
    <>
      <Chip tone={score.band === 'weak' ? 'plain' : 'match'}>{messages.bands[score.band]}</Chip> <Figure>{formats.exactScore(score.score)}</Figure>
    </>
  );
}
