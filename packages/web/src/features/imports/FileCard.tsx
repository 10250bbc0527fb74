import { Button } from '@mantine/core';
import { Chip } from '../../ui/Chip.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { messages } from './messages.ts';
import type { Import, Recognition } from './recognition.ts';
import classes from './file-card.module.css';

type FileCardProps = { imported: Import; recognition: Recognition; formName: string; onOther: () => void; isBusy: boolean };

/** The file that was brought, and what it was recognised as. */
export function FileCard({ imported, recognition, formName, onOther, isBusy }: FileCardProps) {
  const words = messages.seen;
  const reasons = [recognition.encoding_reason, recognition.header_reason, ...recognition.warnings].filter((reason) => reason !== null && reason !== '');
  return (
    <section className={classes.card} aria-label={imported.file_name}>
      <div className={classes.line}>
        <span className={classes.icon}>
          <Icon name="file" size={20} />
        </span>
        <div className={classes.names}>
          <div className={classes.title}>
            <b>
              <bdi>{imported.file_name}</bdi>
            </b>
            {recognition.exporter !== null && (
              <Chip tone="info">
                <Icon name="check" size={12} />
                {words.exporter(toProductName(recognition.exporter))}
              </Chip>
            )}
          </div>
          <p className={classes.facts}>{toFacts(imported, recognition, formName).join(' · ')}</p>
        </div>
        <Button variant="default" loading={isBusy} onClick={onOther}>
          {words.otherFile}
        </Button>
      </div>
      {reasons.length > 0 && (
        <details className={classes.how} open={recognition.warnings.length > 0}>
          <summary>{words.how}</summary>
          <ul dir="auto">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {recognition.other_sheets.length > 0 && <li>{words.otherSheets(recognition.other_sheets.join(', '))}</li>}
          </ul>
        </details>
      )}
    </section>
  );
}

function toFacts(imported: Import, recognition: Recognition, formName: string): string[] {
  const words = messages.seen;
  const { delimiter, encoding, sheet, header_rows, row_count, columns, is_row_count_exact } = recognition;
  return [
    formats.bytes(imported.byte_count),
    ...(delimiter === null ? [] : [toDelimiterWord(delimiter)]),
    ...(encoding === null ? [] : [encoding.toUpperCase()]),
    ...(sheet === null ? [] : [words.sheet(sheet)]),
    words.headerRows(header_rows),
    words.size(row_count, columns.length, is_row_count_exact),
    words.into(formName),
  ];
}

const SPELT: Readonly<Record<string, string>> = { surveymonkey: 'SurveyMonkey' };

/** `google-forms` -> `Google Forms` */
function toProductName(exporter: string): string {
  return SPELT[exporter] ?? exporter.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ');
}

function toDelimiterWord(delimiter: string): string {
  const words = messages.seen;
  if (delimiter === '\t') return words.tab;
  if (delimiter === ',') return words.comma;
  return delimiter === ';' ? words.semicolon : words.separated(delimiter);
}
