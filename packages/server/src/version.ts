import fs from 'node:fs';

const manifest: unknown = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** The version of this release, as its manifest says. */
export const VERSION: string = (manifest as { version: string }).version;
