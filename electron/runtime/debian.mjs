import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './place.mjs';

/** What a window needs on Linux, by the Debian package that brings it. */
const libraries = {
  'libgtk-3-0': 'libgtk-3.so.0',
  libnss3: 'libnss3.so',
  libasound2: 'libasound.so.2',
  libgbm1: 'libgbm.so.1',
  libxss1: 'libXss.so.1',
  'libatk-bridge2.0-0': 'libatk-bridge-2.0.so.0',
};

const programs = { xvfb: 'Xvfb', xauth: 'xauth' };

/**
 * Installs what a window needs and is not there, where that is possible without asking: as root, with apt-get.
 * @returns {boolean} whether everything is there now
 */
export function ensureSystemPackages() {
  if (process.platform !== 'linux') return true;
  const missing = missingPackages();
  if (missing.length === 0) return true;
  if (process.getuid?.() === 0 && isProgram('apt-get')) {
    say(`Installing what a window needs: ${missing.join(' ')}…`);
    if (install(missing) && missingPackages().length === 0) return true;
  }
  say(`A window needs packages that are not installed. Run: sudo apt-get install ${missingPackages().join(' ')}`);
  return false;
}

/**
 * Installs a program that tests look with, where that is possible without asking; elsewhere says what to install.
 * @param {string} program
 * @param {string} name of the Debian package that brings it
 * @returns {boolean} whether it is there now
 */
export function ensureProgram(program, name) {
  if (isProgram(program)) return true;
  if (process.platform === 'linux' && process.getuid?.() === 0 && isProgram('apt-get')) {
    say(`Installing what the tests read with: ${name}…`);
    if (install([name]) && isProgram(program)) return true;
  }
  say(`The tests need ${program}, which is not installed. On Debian run: sudo apt-get install ${name}`);
  return false;
}

/** @returns {string[]} names of Debian packages, empty when everything is there */
export function missingPackages() {
  const known = knownLibraries();
  return [
    ...Object.entries(programs)
      .filter(([, program]) => !isProgram(program))
      .map(([name]) => name),
    ...Object.entries(libraries)
      .filter(([, library]) => known !== null && !known.includes(library))
      .map(([name]) => name),
  ];
}

/** @param {string} program */
export function isProgram(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** @returns {string | null} what the dynamic linker knows, or null where nobody can tell */
function knownLibraries() {
  for (const program of ['/sbin/ldconfig', '/usr/sbin/ldconfig']) {
    if (existsSync(program)) return spawnSync(program, ['-p'], { encoding: 'utf8' }).stdout;
  }
  return null;
}

/** @param {string[]} names */
function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = /** @type {const} */ ({ stdio: 'ignore', env });
  spawnSync('apt-get', ['update', '-qq'], options);
  const wanted = names.map((name) => [name, `${name}t64`].find((candidate) => isOnOffer(candidate)) ?? name);
  return spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], options).status === 0;
}

/** @param {string} name a virtual package, with nothing of its own to install, is not on offer */
function isOnOffer(name) {
  return /^\s*Candidate: (?!\(none\))/m.test(spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout);
}
