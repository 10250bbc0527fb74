// Plain JavaScript for any Node from 18 on: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Makes `node_modules` what the lockfile says, by `npm ci`, unless it is already.
 *
 * A stamp with the hash of lockfile and platform tells; without one, npm's own record of what it installed does.
 * Ends the process with npm's exit code when npm fails.
 *
 * @param {string} root the folder of the workspace
 */
export function ensureInstalled(root) {
  const stamp = path.join(root, 'node_modules', '.likeness-installed');
  const wanted = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
  const found = readOrEmpty(stamp);
  if (found === wanted) return;
  if (found !== '' || !isInstalled(root)) install(root);
  fs.writeFileSync(stamp, wanted);
}

/** @param {string} root */
function install(root) {
  console.log('[setup] npm ci, once (a minute or so)');
  const startedMs = Date.now();
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = /** @type {const} */ ({ cwd: root, stdio: 'inherit' });
  const env = npmEnvironment(root);
  const npm = process.env.npm_execpath ?? '';
  const result = /\.c?js$/.test(npm)
    ? spawnSync(process.execPath, [npm, ...args], { ...options, env })
    : spawnSync('npm', args, { ...options, env, shell: process.platform === 'win32' });
  if (result.error) console.error(`[setup] npm could not be run: ${result.error.message}`);
  if (result.status !== 0) process.exit(result.status ?? 1);
  console.log(`[setup] done in ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
}

/**
 * Whether npm's record of what it installed agrees with the lockfile. Packages for other platforms may be absent, ours
 * may not.
 *
 * @param {string} root
 */
function isInstalled(root) {
  const record = readOrEmpty(path.join(root, 'node_modules', '.package-lock.json'));
  if (record === '') return false;
  const installed = JSON.parse(record).packages;
  const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.includes('node_modules/') || entry.link) return true;
    const found = installed[place];
    if (found === undefined) return entry.optional === true && !isForThisPlatform(entry);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** @param {{ os?: string[], cpu?: string[], libc?: string[] }} entry */
function isForThisPlatform(entry) {
  // Packages for another C library cannot be told apart here; their twins are optional all the same.
  if (entry.libc !== undefined) return false;
  return (entry.os?.includes(process.platform) ?? true) && (entry.cpu?.includes(process.arch) ?? true) && (entry.os ?? entry.cpu) !== undefined;
}

/**
 * The environment for npm: without what the npm that runs us says about its own command, and with a cache that can be
 * written (an account like "nobody" has no home).
 *
 * @param {string} root
 */
function npmEnvironment(root) {
  const kept = /^npm_config_(registry|cache|cafile|userconfig|globalconfig|proxy|https_proxy|noproxy|offline|prefer_offline)$/i;
  const entries = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name));
  const env = Object.fromEntries(entries);
  if (!canKeepFiles(env.npm_config_cache ?? path.join(os.homedir(), '.npm'))) env.npm_config_cache = path.join(root, '.cache', 'npm');
  return env;
}

/** @param {string} folder */
function canKeepFiles(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
