import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { checkout } from './place.mjs';

/**
 * Bundles the command line.
 * @param {string} folder where to: an index.js and its chunks
 */
export async function bundleCli(folder) {
  await build({
    configFile: false,
    root: checkout,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['sql.js'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: {
          index: join(checkout, 'electron/cli/index.ts'),
          'second-thread': join(checkout, 'electron/engine/threads/index.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          banner: (chunk) => (chunk.name === 'index' ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  });
  chmodSync(join(folder, 'index.js'), 0o755);
}
