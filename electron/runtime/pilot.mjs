import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout, say } from './place.mjs';
import { isStale } from './stale.mjs';

// The command line in a checkout: `npm run -s pilot -- …`. Its bundle is brought up to date first, without a word.
const bundle = 'out/cli/index.js';
if (isStale(bundle, ['electron/cli', 'electron/engine', 'electron/runtime', 'shared', 'package-lock.json'])) {
  const { bundleCli } = await import('./bundle-cli.mjs');
  await bundleCli().catch((error) => {
    say(error.message);
    process.exit(1);
  });
}
process.argv[1] = join(checkout, bundle);
await import(pathToFileURL(join(checkout, bundle)).href);
