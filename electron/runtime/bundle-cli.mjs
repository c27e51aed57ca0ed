import { chmodSync, existsSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { checkout } from './place.mjs';

/**
 * Bundles the command line to out/cli. The old bundle stands until the new one is whole, so that commands under way
 * and commands started meanwhile do not notice.
 */
export async function bundleCli() {
  const started = new Date();
  const target = join(checkout, 'out/cli');
  const fresh = `${target}.new-${process.pid}`;
  try {
    await build({
      configFile: false,
      root: checkout,
      logLevel: 'error',
      ssr: { noExternal: true, external: ['sql.js'] },
      build: {
        ssr: join(checkout, 'electron/cli/index.ts'),
        outDir: fresh,
        target: 'node20',
        rolldownOptions: {
          output: {
            format: 'es',
            entryFileNames: 'index.js',
            chunkFileNames: 'chunks/[name]-[hash].js',
            banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
          },
        },
      },
    });
    chmodSync(join(fresh, 'index.js'), 0o755);
    utimesSync(join(fresh, 'index.js'), started, started);
    swap(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * @param {string} fresh
 * @param {string} target
 */
function swap(fresh, target) {
  const old = `${fresh}-old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
}
