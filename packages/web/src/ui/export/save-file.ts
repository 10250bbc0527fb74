// What file systems refuse in a name, and what they read as a folder.
const NOT_IN_NAMES = /[^\P{C}]|[\\/:*?"<>|]/gu;
const LONGEST = 120;

/**
 * A name that every file system takes: its parts with spaces between, then the ending.
 *
 * @example toFileName(['Maya: "PM"', 'edition 3', '2026-01-31'], 'png') // 'Maya PM edition 3 2026-01-31.png'
 */
export function toFileName(parts: readonly string[], ending: string): string {
  const name = parts.join(' ').replaceAll(NOT_IN_NAMES, ' ').replaceAll(/\s+/g, ' ').trim().replace(/^[.\s]+/, '');
  // By characters, so that none is cut in half.
  return `${[...(name === '' ? 'export' : name)].slice(0, LONGEST).join('').trim()}.${ending}`;
}

/** Hands a file to the browser to keep. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes hold of it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
