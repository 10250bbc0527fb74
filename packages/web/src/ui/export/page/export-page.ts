import { messages } from '../messages.ts';
import { saveFile, toFileName } from '../save-file.ts';
import { drawPart, drawSheet } from './drawing.ts';
import { findBlocks } from './find-blocks.ts';
import { findPage, type PageAbout } from './page-about.ts';
import { toPdf } from './to-pdf.ts';
import { toSheet } from './to-sheet.ts';

/**
 * Takes the page away as a picture or as A4 pages, as it is shown now: in its colours, language and width, without controls.
 *
 * The file is named by persona, edition and day. Answers its name.
 */
export async function exportPage(kind: 'png' | 'pdf', about: PageAbout, signal: AbortSignal): Promise<string> {
  const asOf = about.asOf ?? new Date();
  const name = toFileName([about.name, ...(about.edition === null ? [] : [messages.fileEdition(String(about.edition))]), toDay(asOf)], kind);
  const { sheet, content, footer, remove } = toSheet(findPage(), { ...about, asOf });
  try {
    const drawing = await drawSheet(sheet);
    signal.throwIfAborted();
    const whole = { left: 0, top: 0, width: drawing.width, height: drawing.height };
    const footerBlock = toBlock(footer, sheet);
    const file = kind === 'png' ? await toPng(drawPart(drawing, whole)) : toPdf(drawing, { blocks: findBlocks(content, sheet), footer: footerBlock, title: about.name });
    signal.throwIfAborted();
    saveFile(name, file);
    return name;
  } finally {
    remove();
  }
}

function toBlock(element: HTMLElement, sheet: HTMLElement) {
  const [own, origin] = [element.getBoundingClientRect(), sheet.getBoundingClientRect()];
  return { left: own.left - origin.left, top: own.top - origin.top, width: own.width, height: own.height };
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture is too large.')) : resolve(blob)), 'image/png'));
}

function toDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
