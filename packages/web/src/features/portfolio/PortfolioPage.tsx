import type { Schemas } from '@likeness/sdk';
import { ShareFigure } from '../../ui/figure/ShareFigure.tsx';
import { toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { Card } from '../../ui/card/Card.tsx';
import { formats } from '../../ui/formats.ts';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { RowLink } from '../../ui/table/RowLink.tsx';
import { messages } from './messages.ts';
import { usePortfolio } from './use-portfolio.ts';

type Row = Schemas['Portfolio']['personas'][number];

/** All active personas together. */
export function PortfolioPage() {
  const portfolio = usePortfolio();
  return (
    <Page title={messages.title}>
      <Loaded query={portfolio} skeleton={<SkeletonRows count={6} />}>
        {({ personas }) =>
          personas.length === 0 ? (
            <StateMessage icon="portfolio" title={messages.noneTitle}>
              {messages.noneText}
            </StateMessage>
          ) : (
            <Card title={messages.cardTitle} isFlush>
              <DataTable caption={messages.caption} columns={toColumns()} rows={personas} rowKey={(row) => row.persona_id} csvName="portfolio" />
            </Card>
          )
        }
      </Loaded>
    </Page>
  );
}

function toColumns(): Column<Row>[] {
  const share = (key: 'coverage' | 'strong_coverage', header: string): Column<Row> => ({
    key, header, align: 'end', isSortable: true,
    value: (row) => row[key].percentage,
    cell: (row) => <ShareFigure figure={toShareFigure(row[key])} />,
  });
  return [
    {
      key: 'name', header: messages.persona, isRowHeader: true, value: (row) => row.name,
      cell: (row) => (
        <RowLink to="/persona-builder/$personaId" params={{ personaId: String(row.persona_id) }} search={{ tab: 'analytics' }}>
          {row.name}
        </RowLink>
      ),
    },
    share('coverage', messages.coverage),
    share('strong_coverage', messages.strong),
    { key: 'unique', header: messages.unique, align: 'end', isSortable: true, value: (row) => row.unique.count, cell: (row) => formats.count(row.unique.count) },
  ];
}
