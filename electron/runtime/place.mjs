import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The checkout this file stands in. */
export const checkout = resolve(import.meta.dirname, '../..');

/** Where one download serves every checkout of this user. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pilotlight');

/**
 * @param {NodeJS.Platform} platform
 * @returns {string} where the executable lies inside an Electron distribution
 */
export function executableName(platform) {
  switch (platform) {
    case 'darwin':
      return 'Electron.app/Contents/MacOS/Electron';
    case 'win32':
      return 'electron.exe';
    default:
      return 'electron';
  }
}

/**
 * One line for the person who waits, on stderr so that stdout stays with results.
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
