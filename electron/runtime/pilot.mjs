import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout, say } from './place.mjs';
import { isStale } from './stale.mjs';

const folder = join(checkout, 'out/cli');
const bundle = join(folder, 'index.js');
const sources = ['electron/cli', 'electron/engine', 'electron/runtime', 'electron/version.ts', 'shared'].concat([
  'package.json',
  'package-lock.json',
]);

// The command line in a checkout: `npm run -s pilot -- …`. Its bundle is brought up to date first, without a word.
if (isStale(bundle, sources)) await renew();
process.argv[1] = bundle;
await import(pathToFileURL(bundle).href);

async function renew() {
  const started = new Date();
  const [{ bundleCli }, { freshFolder, takePlace }] = await Promise.all([
    import('./bundle-cli.mjs'),
    import('./swap.mjs'),
  ]);
  const fresh = freshFolder();
  try {
    await bundleCli(fresh);
    utimesSync(join(fresh, 'index.js'), started, started);
    takePlace(fresh, folder);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
