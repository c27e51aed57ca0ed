import { spawnSync } from 'node:child_process';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { bundleCli } from './bundle-cli.mjs';
import { checkout, say } from './place.mjs';

// Builds everything: main, engine, preload, page and command line, below out/.
const started = new Date();
for (const part of ['main', 'engine', 'chunks', 'preload']) {
  rmSync(join(checkout, 'out', part), { recursive: true, force: true });
}
const vite = join(checkout, 'node_modules/electron-vite/bin/electron-vite.js');
const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: checkout, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
try {
  await bundleCli();
  utimesSync(join(checkout, 'out/main/index.js'), started, started);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
