import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkout } from './place.mjs';

/** @returns {string} a fresh folder for a build, on the same disk as the place it is meant for */
export function freshFolder() {
  const folder = join(checkout, 'node_modules/.cache/pilotlight', `build-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Puts a finished folder in the place of an older one, so that whoever starts meanwhile finds the old or the new.
 * @param {string} fresh
 * @param {string} place
 */
export function takePlace(fresh, place) {
  const old = `${fresh}-old`;
  mkdirSync(dirname(place), { recursive: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}
