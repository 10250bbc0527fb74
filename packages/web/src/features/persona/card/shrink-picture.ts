/** How large a picture may be: the longer side in pixels, and the characters of its data URL that the API takes. */
export type PictureLimit = { longestPixels: number; characters: number };

export const PHOTO_LIMIT: PictureLimit = { longestPixels: 256, characters: 60_000 };
export const PICTURE_LIMIT: PictureLimit = { longestPixels: 960, characters: 200_000 };

const QUALITIES = [0.85, 0.7, 0.5, 0.35];

/**
 * A picture file as a data URL within a limit: scaled down, and pressed harder until it fits. Square pictures are not cut.
 *
 * Throws when the file is no picture that the browser reads, or does not fit at the lowest quality.
 */
export async function shrinkPicture(file: Blob, { longestPixels, characters }: PictureLimit): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longestPixels / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  for (const quality of QUALITIES) {
    // Browsers that cannot write WebP answer a PNG.
    const url = canvas.toDataURL('image/webp', quality);
    if (url.length <= characters) return url;
    const jpeg = canvas.toDataURL('image/jpeg', quality);
    if (jpeg.length <= characters) return jpeg;
  }
  throw new Error('The picture does not fit');
}
