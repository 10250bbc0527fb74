import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import classes from './responses.module.css';
import { type PersonaHistory, toHistory } from './to-history.ts';
import type { ResponseDetail } from './use-responses.ts';

type HistoryCardProps = {
  /** Newest first. */
  details: readonly ResponseDetail[];
  /** How many at most. */
  limit: number;
};

/** How well each response of a person fits each persona, side by side. */
export function HistoryCard({ details, limit }: HistoryCardProps) {
  const { at, personas } = toHistory(details);
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
    <Card title={messages.changes} caption={messages.changesCaption(limit)} isFlush>
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
