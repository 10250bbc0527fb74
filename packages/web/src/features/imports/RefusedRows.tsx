import { likeness } from '../../api/likeness.ts';
import { exportFromServer } from '../../ui/export/export-rows.ts';
import { ExportTable } from '../../ui/export/ExportTable.tsx';
import type { OpenExport } from '../../ui/export/receive-file.ts';
import { formats } from '../../ui/formats.ts';
import { messages } from './messages.ts';
import type { Import } from './recognition.ts';
import classes from './refused-rows.module.css';

const SHOWN = 10;

/** The first refused rows with their reasons, and all of them to download. Nothing when none was refused. */
export function RefusedRows({ importId, report }: { importId: number; report: NonNullable<Import['report']> }) {
  const words = messages.trial;
  if (report.refused === 0) return null;
  const openExport: OpenExport = (format, signal) =>
    likeness.GET('/api/exports/imports/{id}/refused-rows', { params: { path: { id: importId }, query: { format } }, parseAs: 'stream', signal });
  return (
    <>
      <table className={classes.rows}>
        <caption className={classes.caption}>{words.refusedRows}</caption>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {report.refused_sample.slice(0, SHOWN).map(({ row_number, field, reason: sentence, note }) => {
            const reason = messages.note(note, sentence);
            return (
            <tr key={row_number}>
              <th scope="row">{formats.count(row_number)}</th>
              <td dir="auto">{field === null ? reason : `${field}: ${reason}`}</td>
            </tr>
            );
          })}
        </tbody>
      </table>
      <p className={classes.download}>
        {words.download(report.refused)} <ExportTable toWork={(format) => exportFromServer(words.refusedRows, format, openExport)} />
      </p>
    </>
  );
}
