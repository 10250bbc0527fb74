import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { messages } from './messages.ts';
import type { Import } from './recognition.ts';
import classes from './refused-rows.module.css';

const SHOWN = 10;

/** The first refused rows with their reasons, and all of them to download. Nothing when none was refused. */
export function RefusedRows({ importId, report }: { importId: number; report: NonNullable<Import['report']> }) {
  const words = messages.trial;
  if (report.refused === 0) return null;
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
      <a className={classes.download} href={`/api/imports/${importId}/refused-rows`} download>
        <Icon name="download" />
        {words.download(report.refused)}
      </a>
    </>
  );
}
