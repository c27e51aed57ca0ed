import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './place.mjs';

/**
 * @param {string} built path of a built file
 * @param {string[]} sources files and folders it is built from, below the checkout
 * @returns {boolean} whether it is missing or older than any of them
 */
export function isStale(built, sources) {
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  return sources.some((source) => isNewer(join(checkout, source), since));
}

/**
 * A folder counts too: its time tells of files that were taken away.
 * @param {string} path
 * @param {number} since
 * @returns {boolean}
 */
function isNewer(path, since) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (found.mtimeMs > since) return true;
  return found.isDirectory() && readdirSync(path).some((name) => isNewer(join(path, name), since));
}
