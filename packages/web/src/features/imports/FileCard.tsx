import { Button } from '@mantine/core';
import { Chip } from '../../ui/Chip.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { messages } from './messages.ts';
import type { Import, Recognition, Told } from './recognition.ts';
import { RecognisedParts } from './RecognisedParts.tsx';
import classes from './file-card.module.css';

type FileCardProps = {
  imported: Import;
  recognition: Recognition;
  formName: string;
  onOther: () => void;
  isBusy: boolean;
  /** Reads the file anew under what is said about it. */
  reading: { isPending: boolean; problem: string | null; onTell: (told: Told) => void };
  mayWrite: boolean;
};

/** The file that was brought, and what it was recognised as. */
export function FileCard({ imported, recognition, formName, onOther, isBusy, reading, mayWrite }: FileCardProps) {
  const words = messages.seen;
  const remarks = recognition.warnings.map((warning, index) => messages.note(recognition.remarks[index] ?? null, warning));
  const { created_by_name: who } = imported;
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
          <p className={classes.facts}>{words.uploaded(who ?? words.somebody, formats.instant(new Date(imported.created_at)))}</p>
        </div>
        <Button variant="default" loading={isBusy} onClick={onOther}>
          {words.otherFile}
        </Button>
      </div>
      <RecognisedParts recognition={recognition} isBusy={reading.isPending} isLocked={!mayWrite} onTell={reading.onTell} />
      {reading.problem !== null && (
        <p className={classes.problem} role="alert" dir="auto">
          {reading.problem}
        </p>
      )}
      {remarks.length > 0 && (
        <ul className={classes.how} dir="auto">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
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
