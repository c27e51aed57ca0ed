import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureSystemPackages } from './debian.mjs';
import { runDemo } from './demo.mjs';
import { hasDisplay, launchArguments } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { checkout, say } from './place.mjs';
import { isStale } from './stale.mjs';

const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

// npm start: builds if need be, then opens the app, or without a display does the main job without a window.
try {
  ensureBuilt();
  if (hasDisplay()) await openApp();
  else {
    process.stdout.write('There is no display here, so no window can open. The main job without a window instead:\n');
    await getReady().catch((error) => say(error.message));
    process.exitCode = runDemo();
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function ensureBuilt() {
  if (!isStale(join(checkout, 'out/main/index.js'), sources)) return;
  say('Building…');
  const built = spawnSync(process.execPath, [join(checkout, 'electron/runtime/build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) throw new Error('The build failed; the lines above say why.');
}

/** @returns {Promise<string>} path of the Electron executable, with all it needs */
async function getReady() {
  ensureSystemPackages();
  return ensureElectron();
}

async function openApp() {
  const executable = await getReady();
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const app = spawn(executable, [...launchArguments(), checkout, ...process.argv.slice(2)], { env, stdio: 'inherit' });
  app.on('close', (status) => {
    process.exitCode = status ?? 1;
  });
}
