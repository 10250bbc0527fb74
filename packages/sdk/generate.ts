import fs from 'node:fs';
import openapiTypescript, { astToString } from 'openapi-typescript';

const target = new URL('./src/generated/api-types.ts', import.meta.url);

/** The types of every path and schema, from the contract's document. */
export async function apiTypesText(): Promise<string> {
  const document = JSON.parse(fs.readFileSync(new URL('../contract/openapi.json', import.meta.url), 'utf8')) as Parameters<typeof openapiTypescript>[0];
  const nodes = await openapiTypescript(document, { alphabetize: true, exportType: true, defaultNonNullable: false });
  return `// Generated from packages/contract/openapi.json by \`npm run openapi\`; do not edit.\n${astToString(nodes)}`;
}

if (import.meta.main) {
  fs.mkdirSync(new URL('.', target), { recursive: true });
  fs.writeFileSync(target, await apiTypesText());
  console.log(`Written ${target.pathname.split('/').slice(-5).join('/')}`);
}
