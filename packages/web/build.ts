import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FOLDER = import.meta.dirname;
const DIST = path.join(FOLDER, 'dist');
const STAMP = 'built-from';
/** What the build is made from, relative to this folder. */
const SOURCES = ['index.html', 'vite.config.ts', 'build.ts', 'src', '../sdk/src', '../core/src', '../../package-lock.json'];

/**
 * Builds the web application into packages/web/dist, unless what lies there was built from these very sources.
 *
 * The result is one page, and files with a hash of their content under assets/. It is built aside and put in place whole,
 * so a server that is being started never serves half of it, and builds at the same time do not disturb each other.
 * Answers the folder and whether anything was built; throws when the sources do not build, and leaves the old result.
 *
 * A process of its own does it: a builder leaves some 400 MB behind, which a server would keep for the rest of its life.
 */
export async function buildWeb(): Promise<{ folder: string; isNew: boolean }> {
  if (readStamp(DIST) === hashSources()) return { folder: DIST, isNew: false };
  // Tests run under another environment, which would bring the development version of React.
  await promisify(execFile)(process.execPath, [import.meta.filename], { env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' } });
  return { folder: DIST, isNew: true };
}

async function buildHere(): Promise<void> {
  const wanted = hashSources();
  const { build } = await import('vite');
  const aside = path.join(FOLDER, '.cache', `build-${process.pid}`);
  try {
    await build({ configFile: path.join(FOLDER, 'vite.config.ts'), mode: 'production', logLevel: 'warn', build: { outDir: aside } });
    compressAssets(path.join(aside, 'assets'));
    fs.writeFileSync(path.join(aside, STAMP), wanted);
    putInPlace(aside);
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

/** Puts a compressed copy beside every file that gets smaller by it: the server hands that out to whoever takes it. */
function compressAssets(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const bytes = fs.readFileSync(path.join(folder, name));
    const copies = { br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }), gz: gzipSync(bytes, { level: 9 }) };
    for (const [ending, copy] of Object.entries(copies)) {
      if (copy.length < bytes.length) fs.writeFileSync(path.join(folder, `${name}.${ending}`), copy);
    }
  }
}

function putInPlace(aside: string): void {
  const old = `${aside}-old`;
  if (fs.existsSync(DIST)) fs.renameSync(DIST, old);
  try {
    fs.renameSync(aside, DIST);
  } catch (error) {
    // Another build of the same sources was quicker.
    if (readStamp(DIST) !== readStamp(aside)) throw error;
  } finally {
    fs.rmSync(old, { recursive: true, force: true });
  }
}

function readStamp(folder: string): string | null {
  const file = path.join(folder, STAMP);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => listFiles(path.join(FOLDER, source)))) {
    hash.update(`${path.relative(FOLDER, file)}\0`).update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** All files of a folder, or the file itself, in an order that does not depend on the machine. Tests are not built. */
function listFiles(place: string): string[] {
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|testing)\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

if (import.meta.main) {
  // Elsewhere React would be built as for development.
  process.env.NODE_ENV = 'production';
  const isNew = readStamp(DIST) !== hashSources();
  if (isNew) await buildHere();
  console.log(isNew ? `The web application is in ${DIST}.` : `The web application in ${DIST} is up to date.`);
}
