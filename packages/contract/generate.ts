import fs from 'node:fs';
import { toOpenApiDocument } from './src/openapi-document.ts';

const { version } = JSON.parse(fs.readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string };
const target = new URL('./openapi.json', import.meta.url);

/** The text of openapi.json as it should be now. */
export function openApiText(): string {
  return `${JSON.stringify(toOpenApiDocument(version), null, 2)}\n`;
}

if (import.meta.main) {
  fs.writeFileSync(target, openApiText());
  console.log(`Written ${target.pathname.split('/').slice(-3).join('/')}`);
}
