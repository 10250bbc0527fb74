/** What must not reach a terminal: control characters (an escape could move the cursor) and marks that turn text round. */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}]/gu;
const WIDE = /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const NARROWEST_COLUMN = 12;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text from a file as one line that is safe to print: white space collapsed, control characters replaced. */
export function toSafeLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().replace(UNSAFE, '\uFFFD').toWellFormed();
}

/**
 * How many columns of a terminal a text takes: two for East Asian wide characters and emoji, one for others.
 *
 * Source: Unicode UAX 11, by blocks.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/** A text no wider than `width` columns; a longer one ends in an ellipsis. */
export function clipText(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let clipped = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += displayWidth(segment);
    if (used > width - 1) break;
    clipped += segment;
  }
  return `${clipped}…`;
}

/** A sentence in lines of at most `width` columns, broken between words. */
export function wrapText(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(indent + longer) > width) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  return [...lines, indent + line];
}

/** A column of a text table: where its cells stand. Those that may shrink give way, the widest first, when the table is too wide. */
export type TextColumn = { align: 'start' | 'end'; mayShrink?: boolean };

/** Rows of cells in aligned columns, two spaces apart, indented by two, without white space at line ends. */
export function toTextTable(rows: readonly (readonly string[])[], columns: readonly TextColumn[], width: number): string[] {
  const widths = columns.map((_, index) => Math.max(0, ...rows.map((row) => displayWidth(row[index] ?? ''))));
  const isShrinkable = (index: number): boolean => columns[index]?.mayShrink === true && (widths[index] ?? 0) > NARROWEST_COLUMN;
  for (let excess = widths.reduce((sum, each) => sum + each + 2, 0) - width; excess > 0; excess -= 1) {
    const [widest] = [...widths.keys()].filter(isShrinkable).toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0));
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return rows.map((row) => {
    const cells = columns.map(({ align, mayShrink }, index) => {
      const room = widths[index] ?? 0;
      const cell = mayShrink === true ? clipText(row[index] ?? '', room) : (row[index] ?? '');
      const gap = ' '.repeat(Math.max(0, room - displayWidth(cell)));
      return align === 'start' ? cell + gap : gap + cell;
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}
