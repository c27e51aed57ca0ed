import { join } from 'node:path';

/** The built parts, laid out beside this bundle. */
const out = join(import.meta.dirname, '..');
export const rendererFolder = join(out, 'renderer');
export const preloadFile = join(out, 'preload/index.cjs');
export const engineFile = join(out, 'engine/index.js');
