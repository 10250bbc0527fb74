/** A picture as a browser takes it. */
export type Picture = { contentType: string; bytes: Buffer };

const DATA_URL = /^data:(image\/(?:png|jpeg|webp));base64,([A-Za-z0-9+/]+={0,2})$/;

/**
 * The picture of a data URL; null for anything that is not a bitmap, whoever stored it: nothing else may be sent as a page.
 *
 * @example readPicture('data:image/png;base64,iVBORw0KGgo=')?.contentType // 'image/png'
 */
export function readPicture(url: string | null): Picture | null {
  const [, contentType, text] = DATA_URL.exec(url ?? '') ?? [];
  return contentType === undefined || text === undefined ? null : { contentType, bytes: Buffer.from(text, 'base64') };
}
