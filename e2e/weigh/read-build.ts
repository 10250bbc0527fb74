import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file of the build as its manifest has it: `imports` come with it, `dynamicImports` when the code asks for them. */
export type BuildChunk = {
  file: string;
  name?: string;
  src?: string;
  isEntry?: boolean;
  isDynamicEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
};

/** The manifest of a build: by a key of the builder's choosing. */
export type Manifest = Record<string, BuildChunk>;

/** What is loaded late: the part's file, whose code asks for it, and every file that it needs and the first page has not. */
export type LatePart = { name: string; loadedBy: string[]; files: string[] };

/** The manifest that `node packages/web/build.ts` left in a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(fs.readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
}

/** The files that every page brings: the entry and what it imports, styles included. Throws when there is no entry. */
export function listFirstFiles(manifest: Manifest): string[] {
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true);
  if (entry === undefined) throw new Error('The build has no entry');
  return listFiles(manifest, entry);
}

/**
 * Every part that is loaded late, heaviest words first in the builder's order.
 *
 * @example listLateParts(readManifest(folder))[0] // { name: 'GalleryPage', loadedBy: ['index'], files: ['assets/GalleryPage-….js', …] }
 */
export function listLateParts(manifest: Manifest): LatePart[] {
  const first = new Set(listFirstFiles(manifest));
  return Object.entries(manifest)
    .filter(([, { isDynamicEntry }]) => isDynamicEntry === true)
    .map(([key, chunk]) => ({
      name: nameOf(chunk),
      loadedBy: Object.values(manifest).filter(({ dynamicImports }) => dynamicImports?.includes(key) === true).map(nameOf),
      files: listFiles(manifest, key).filter((file) => !first.has(file)),
    }));
}

/** Bytes of a file of the build, gzipped as servers do. */
export function gzippedBytes(folder: string, file: string): number {
  return gzipSync(fs.readFileSync(path.join(folder, file)), { level: 9 }).length;
}

/** A chunk's file, its styles, and those of everything it imports. */
function listFiles(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(key)) return [];
  seen.add(key);
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((imported) => listFiles(manifest, imported, seen))];
}

function nameOf({ name, src, file }: BuildChunk): string {
  return name ?? path.basename(src ?? file).replace(/\.\w+$/, '');
}
