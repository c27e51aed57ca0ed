import { mkdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, checkout, secondThread } from './bundle.mjs';

// node tests/script.mjs FILE.ts …: bundles a script written in TypeScript and runs it in this process.
const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write('Usage: node tests/script.mjs FILE.ts [ARGUMENT…]\n');
  process.exit(2);
}
const outDir = join(checkout, 'node_modules/.cache/pilotlight', `${basename(script, '.ts')}-${process.pid}`);
mkdirSync(outDir, { recursive: true });
await bundle(outDir, { script: resolve(script), 'second-thread': secondThread });
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
process.argv = [process.argv[0] ?? 'node', resolve(script), ...args];
await import(pathToFileURL(join(outDir, 'script.mjs')).href);
