import { spawnSync } from 'node:child_process';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { bundleCli } from './bundle-cli.mjs';
import { checkout, say } from './place.mjs';
import { freshFolder, takePlace } from './swap.mjs';

// Builds everything to out/: main, engine, preload, page and command line. A build that fails leaves the last one.
const started = new Date();
const fresh = freshFolder();
try {
  const vite = join(checkout, 'node_modules/electron-vite/bin/electron-vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: checkout,
    stdio: 'inherit',
    env: { ...process.env, PILOTLIGHT_OUT: fresh },
  });
  if (built.status !== 0) throw new Error('Nothing was built; the lines above say why.');
  await bundleCli(join(fresh, 'cli'));
  // As old as the sources it was made from: what changed meanwhile is newer.
  for (const entry of ['main/index.js', 'cli/index.js']) utimesSync(join(fresh, entry), started, started);
  takePlace(fresh, join(checkout, 'out'));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
