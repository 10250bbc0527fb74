import { expect, it } from 'vitest';
import { readPicture } from './read-picture.ts';

it.each([
  ['data:image/png;base64,iVBORw0KGgo=', 'image/png'],
  ['data:image/webp;base64,UklGRg==', 'image/webp'],
  ['data:image/svg+xml;base64,PHN2Zz4=', undefined],
  ['data:text/html;base64,PGI+', undefined],
  ['https://example.org/a.png', undefined],
  ['data:image/png;base64,<b>', undefined],
  [null, undefined],
])('%s: %s', (url, contentType) => expect(readPicture(url)?.contentType).toBe(contentType));
