import { join, resolve } from 'node:path';
import { build } from 'vite';

export const checkout = resolve(import.meta.dirname, '..');
/** Where the second thread's source lies. */
export const secondThread = join(checkout, 'electron/engine/threads/index.ts');

/**
 * Bundles scripts written in TypeScript, so that plain Node runs them. Packages are found where they lie, so the folder
 * must be inside the checkout.
 * @param {string} folder where to
 * @param {Record<string, string>} input their sources, by the name that each is given there: NAME.mjs
 */
export async function bundle(folder, input) {
  await build({
    configFile: false,
    root: checkout,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { input, output: { format: 'es', entryFileNames: '[name].mjs' } },
    },
  });
}
