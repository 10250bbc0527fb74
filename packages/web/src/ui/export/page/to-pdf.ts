import { jsPDF } from 'jspdf';
import { type Drawing, drawPart } from './drawing.ts';
import { type Block, placeOnPages } from './place-on-pages.ts';

/** Millimetres of an A4 sheet of paper, and around what stands on it. */
const PAPER = { short: 210, long: 297 };
const MARGIN = 10;
const FOOTER = 6;
/** Wider sheets are laid across, so that their text stays large enough to read. */
const WIDEST_UPRIGHT = 900;
const QUALITY = 0.93;

/** A drawn sheet as a PDF of A4 pages: blocks stay whole, the footer and the number of the page stand on each. */
export function toPdf(drawing: Drawing, { blocks, footer, title }: { blocks: readonly Block[]; footer: Block; title: string }): Blob {
  const isAcross = drawing.width > WIDEST_UPRIGHT;
  const paper = isAcross ? { width: PAPER.long, height: PAPER.short } : { width: PAPER.short, height: PAPER.long };
  const left = Math.min(...blocks.map((block) => block.left));
  const right = Math.max(...blocks.map((block) => block.left + block.width));
  const first = Math.min(...blocks.map((block) => block.top));
  const scale = (paper.width - 2 * MARGIN) / (right - left);
  const pageHeight = (paper.height - 2 * MARGIN - FOOTER) / scale;
  const places = placeOnPages(blocks.map((block) => ({ ...block, left: block.left - left, top: block.top - first })), pageHeight);
  const pdf = new jsPDF({ orientation: isAcross ? 'landscape' : 'portrait', unit: 'mm', format: 'a4', compress: true });
  pdf.setProperties({ title, creator: 'Likeness' });
  const put = (part: Block, x: number, y: number, size: number): void => {
    pdf.addImage(drawPart(drawing, part).toDataURL('image/jpeg', QUALITY), 'JPEG', x, y, part.width * size, part.height * size);
  };
  const pages = 1 + Math.max(...places.map(({ page }) => page));
  for (let page = 0; page < pages; page += 1) {
    if (page > 0) pdf.addPage();
    pdf.setFillColor(drawing.background.startsWith('rgb') ? toHex(drawing.background) : '#ffffff');
    pdf.rect(0, 0, paper.width, paper.height, 'F');
    for (const place of places.filter((each) => each.page === page)) {
      const { block } = place;
      put({ ...block, left: block.left + left, top: block.top + first }, MARGIN + place.left * scale, MARGIN + place.top * scale, scale * place.scale);
    }
    putFooter(pdf, paper, { drawing, footer, scale }, `${page + 1} / ${pages}`);
  }
  return pdf.output('blob');
}

function putFooter(pdf: jsPDF, paper: { width: number; height: number }, { drawing, footer, scale }: { drawing: Drawing; footer: Block; scale: number }, number: string): void {
  const [width, height] = [footer.width * scale, footer.height * scale];
  const y = paper.height - MARGIN - height + 2;
  pdf.addImage(drawPart(drawing, footer).toDataURL('image/jpeg', QUALITY), 'JPEG', MARGIN, y, Math.min(width, paper.width - 2 * MARGIN), height);
  pdf.setFontSize(8);
  pdf.setTextColor('#808a97');
  // At the side that the footer's line leaves free.
  const isRightToLeft = document.documentElement.dir === 'rtl';
  pdf.text(number, isRightToLeft ? MARGIN : paper.width - MARGIN, paper.height - MARGIN + 1, { align: isRightToLeft ? 'left' : 'right' });
}

function toHex(color: string): string {
  return `#${(color.match(/\d+/g) ?? []).slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}
