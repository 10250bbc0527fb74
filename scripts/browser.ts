import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Chromium that starts on this machine, and what its environment needs beside ours. */
export type Browser = { path: string; env: Record<string, string> };

const CACHE = fileURLToPath(new URL('../.cache/chromium-153.0.0', import.meta.url));
const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const OTHER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/**
 * Finds a real browser for the tests, or brings one.
 *
 * In this order: `CHROME_PATH`; a Chromium, Chrome or Edge that is installed; the Chromium in the npm package (Linux on
 * x64; neither root nor a package manager needed); apt, when we are root on Debian or Ubuntu.
 * Throws, saying what to do, when none of them starts.
 */
export async function findBrowser(): Promise<Browser> {
  const found = findChosen() ?? findInstalled() ?? (await unpackFromNpm()) ?? installWithApt();
  if (found === null) {
    throw new Error('No browser for the tests: set CHROME_PATH to a Chromium or Chrome, or run "npx playwright-core install --with-deps chromium"');
  }
  return found;
}

function findChosen(): Browser | null {
  const chosen = process.env.CHROME_PATH;
  if (chosen === undefined || chosen === '') return null;
  const browser = { path: chosen, env: {} };
  const problem = problemWith(browser);
  if (problem !== null) throw new Error(`CHROME_PATH is ${chosen}, which does not start: ${problem}`);
  return browser;
}

function findInstalled(): Browser | null {
  const linux = LINUX_NAMES.flatMap((name) => ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => path.join(folder, name)));
  const candidates = [...linux, ...OTHER_PLACES].filter((file) => fs.existsSync(file)).map((file) => ({ path: file, env: {} }));
  // On Windows asking for the version opens a window instead.
  return candidates.find((browser) => process.platform === 'win32' || problemWith(browser) === null) ?? null;
}

async function unpackFromNpm(): Promise<Browser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  if (!fs.existsSync(CACHE)) await unpackInto(CACHE);
  const fonts = path.join(CACHE, 'fonts.conf');
  const browser = { path: path.join(CACHE, 'chromium'), env: { LD_LIBRARY_PATH: path.join(CACHE, 'al2023/lib'), FONTCONFIG_FILE: fonts } };
  const problem = problemWith(browser);
  if (problem === null) return browser;
  console.log(`[browser] the Chromium from npm does not start here: ${problem}`);
  return null;
}

/** Unpacks aside and renames, so that neither a crash nor a second run at the same time leaves half a browser. */
async function unpackInto(folder: string): Promise<void> {
  console.log('[browser] unpacking the Chromium from npm, once');
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const aside = fs.mkdtempSync(`${folder}.`);
  const usualTmp = process.env.TMPDIR;
  process.env.TMPDIR = aside; // the package unpacks there, and only there
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    const archives = path.join(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin');
    await inflate(path.join(archives, 'al2023.tar.br'));
  } finally {
    if (usualTmp === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usualTmp;
  }
  // The packaged list of font folders names /tmp.
  fs.writeFileSync(path.join(aside, 'fonts.conf'), fontsConfiguration(folder));
  try {
    fs.renameSync(aside, folder);
  } catch (error) {
    fs.rmSync(aside, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
}

function fontsConfiguration(folder: string): string {
  const escaped = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${escaped}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${escaped}/font-cache</cachedir></fontconfig>`;
}

function installWithApt(): Browser | null {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return null;
  console.log('[browser] apt-get install chromium');
  const command = 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null';
  spawnSync('/bin/sh', ['-c', command], { stdio: 'inherit' });
  return findInstalled();
}

/** Null when it starts; else the first line of why not. */
function problemWith(browser: Browser): string | null {
  const result = spawnSync(browser.path, ['--version'], { encoding: 'utf8', timeout: 30_000, env: { ...process.env, ...browser.env } });
  if (result.status === 0) return null;
  return (result.error?.message ?? result.stderr).trim().split('\n')[0] ?? 'no reason given';
}
