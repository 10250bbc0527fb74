import { getFontEmbedCSS, toSvg } from 'html-to-image';
import { DRAWN_STYLES } from './drawn-styles.ts';
import type { Block } from './place-on-pages.ts';

/** A sheet as it was drawn; parts of it can be had at any size. */
export type Drawing = { image: HTMLImageElement; width: number; height: number; background: string };

/** More pixels on a side, and browsers draw nothing. */
const LONGEST_SIDE = 16_000;
/** As fine as a good screen. */
const PIXELS = 2;

/** Draws a sheet once, with its fonts inside. */
export async function drawSheet(sheet: HTMLElement): Promise<Drawing> {
  await document.fonts.ready;
  const { width, height } = sheet.getBoundingClientRect();
  const fontEmbedCSS = await getFontEmbedCSS(sheet);
  const image = new Image();
  image.src = await toSvg(sheet, { width: Math.ceil(width), height: Math.ceil(height), fontEmbedCSS, includeStyleProperties: DRAWN_STYLES });
  await image.decode();
  return { image, width: Math.ceil(width), height: Math.ceil(height), background: getComputedStyle(sheet).backgroundColor };
}

/** A part of a drawing, or all of it, on its background; two pixels for one, fewer only where it would be too long. */
export function drawPart({ image, background }: Drawing, { left, top, width, height }: Block): HTMLCanvasElement {
  const scale = Math.min(PIXELS, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no pictures.');
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.drawImage(image, -left, -top);
  return canvas;
}
