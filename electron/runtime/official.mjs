import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, checkout, executableName, say } from './place.mjs';

const packageFolder = join(checkout, 'node_modules/electron');
const DAY_MS = 24 * 60 * 60 * 1000;
const FETCH_LIMIT_MS = 10 * 60 * 1000;

/** @returns {string | null} the executable of the pinned official Electron, when it has been fetched */
export function officialRuntime() {
  const executable = join(packageFolder, 'dist', executableName(process.platform));
  return existsSync(executable) && existsSync(join(packageFolder, 'path.txt')) ? executable : null;
}

/**
 * Fetches the pinned official Electron from its release host. Where that host is closed this fails at once, and the
 * failure is remembered for a day, so that not every start tries again.
 * @returns {string | null} its executable, or null where it cannot be fetched
 */
export function fetchOfficialRuntime() {
  if (!existsSync(packageFolder)) return null;
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const failure = join(cacheFolder, `electron-${version}-out-of-reach`);
  if (failedLately(failure)) return null;
  say(`Fetching Electron ${version} from its release host…`);
  const fetched = spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: FETCH_LIMIT_MS,
  });
  if (fetched.status === 0 && officialRuntime() !== null) return officialRuntime();
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(failure, new Date().toISOString());
  return null;
}

/** @param {string} failure file that holds the moment of the last failure */
function failedLately(failure) {
  if (!existsSync(failure)) return false;
  return Date.now() - Date.parse(readFileSync(failure, 'utf8')) < DAY_MS;
}
