import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundle } from '../../scripts/bundle.ts';

const FOLDER = import.meta.dirname;

/**
 * The page as one file that needs nothing else: script and styles stand in it, and its content security policy forbids
 * every connection. Throws when the sources do not build.
 */
export async function buildPage(): Promise<string> {
  const { script, styles } = await bundle(path.join(FOLDER, 'page.ts'), { globalName: 'page' });
  // Only the end tag could end the script early.
  const safe = script.replaceAll('</script', '<\\/script');
  const policy = `default-src 'none'; script-src ${hashOf(safe)}; style-src ${hashOf(styles)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const parts: Record<string, string> = {
    '<!-- policy -->': `<meta http-equiv="content-security-policy" content="${policy}">`,
    '<!-- styles -->': `<style>${styles}</style>`,
    '<!-- script -->': `<script>${safe}</script>`,
  };
  return fs.readFileSync(path.join(FOLDER, 'index.html'), 'utf8').replace(/<!-- \w+ -->/g, (place) => parts[place] ?? place);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

if (import.meta.main) {
  const file = path.join(FOLDER, 'dist/index.html');
  const page = await buildPage();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, page);
  console.log(`${file}: ${Math.ceil(page.length / 1000)} kB, ${Math.ceil(gzipSync(page).length / 1000)} kB gzipped. Open it in a browser.`);
}
