import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ensureSystemPackages } from './debian.mjs';
import { launchArguments, onSomeDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { checkout } from './place.mjs';

const LIMIT_MS = 3 * 60 * 1000;

// node electron/runtime/print.mjs IN.html OUT.pdf: prints a page with the hidden desktop runtime. What is being done
// goes to stderr; why it could not be done, one sentence, to stdout.
const [html, out] = process.argv.slice(2);
try {
  if (html === undefined || out === undefined) throw new Error('Usage: print.mjs IN.html OUT.pdf');
  ensureSystemPackages();
  const executable = await ensureElectron();
  const args = [...launchArguments(), checkout, '--print-pdf', resolve(html), resolve(out)];
  const start = onSomeDisplay(executable, args);
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const printed = spawnSync(start.command, start.args, { env, encoding: 'utf8', timeout: LIMIT_MS });
  if (printed.status !== 0) throw new Error(reasonIn(printed.stderr));
} catch (error) {
  process.stdout.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** @param {string | null} stderr what Chromium wrote about the system it runs on is not a reason */
function reasonIn(stderr) {
  const lines = (stderr ?? '').split('\n').filter((line) => line !== '' && !/^\[\d+:|^\s+at /.test(line));
  return lines.at(-1) ?? 'The desktop runtime ended without printing.';
}
