import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
/** A build is made beside the last one and takes its place when it is whole; see electron/runtime/build.mjs. */
const out = process.env.PILOTLIGHT_OUT ?? resolve(root, 'out');

// The command line is bundled on its own, by electron/runtime/bundle-cli.mjs: it starts without the rest.
export default defineConfig({
  main: {
    build: {
      outDir: out,
      emptyOutDir: false,
      externalizeDeps: false,
      rollupOptions: {
        // It finds its WebAssembly beside itself.
        external: ['sql.js'],
        input: {
          'main/index': resolve(root, 'electron/main/index.ts'),
          'engine/index': resolve(root, 'electron/engine/index.ts'),
          'engine/second-thread': resolve(root, 'electron/engine/threads/index.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(out, 'preload'),
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    build: {
      outDir: resolve(out, 'renderer'),
      emptyOutDir: true,
      // A page without inline script may not be given one for old browsers.
      modulePreload: { polyfill: false },
      rollupOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
});
