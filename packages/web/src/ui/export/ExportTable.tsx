import { Button } from '@mantine/core';
import { Icon } from '../Icon.tsx';
import classes from './export.module.css';
import { messages } from './messages.ts';
import type { TableFormat } from './receive-file.ts';
import { type Exporting, type ExportWork, useExport } from './use-export.ts';

const FORMATS: readonly TableFormat[] = ['csv', 'xlsx'];

/** The two buttons that export a table, as CSV and as an Excel workbook, and how far it is while one is made. */
export function ExportTable({ toWork, variant = 'subtle' }: { toWork: (format: TableFormat) => ExportWork; variant?: 'subtle' | 'default' }) {
  const exporting = useExport();
  return (
    <span className={classes.buttons}>
      {FORMATS.map((format) => (
        <Button
          key={format} variant={variant} size={variant === 'subtle' ? 'xs' : 'sm'} leftSection={<Icon name="download" />}
          aria-disabled={exporting.bytes !== null} onClick={() => exporting.run(toWork(format))}
        >
          {format === 'csv' ? messages.tableCsv : messages.tableExcel}
        </Button>
      ))}
      <ExportProgress exporting={exporting} />
    </span>
  );
}

/** How far an export is, and the way to stop it; nothing while none is made. */
export function ExportProgress({ exporting: { bytes, stop } }: { exporting: Exporting }) {
  if (bytes === null) return null;
  return (
    <>
      <output className={classes.progress}>{bytes === 0 ? messages.preparing : messages.received(bytes)}</output>
      <Button variant="default" size="xs" onClick={stop}>
        {messages.stop}
      </Button>
    </>
  );
}
