import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { secondThreadAt } from '#engine/threads/second-thread.ts';
import { hasDisplay, onSomeDisplay } from '../../electron/runtime/display.mjs';
import { benchImport } from './import.ts';
import { once } from './import-once.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * `npm run bench`: every figure as a ratio to a peer measured in the same run. Nothing here passes or fails. With
 * `-- --large` also ten million rows, with `-- --only NAME` one of import, lift, rehearse, report and customer, or
 * the built app's window.
 */
secondThreadAt(new URL('./second-thread.mjs', import.meta.url));
if (process.argv[2] === 'once') print(JSON.stringify(await once(process.argv.slice(3))));
else await bench();

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: { large: { type: 'boolean', default: false }, only: { type: 'string', default: 'all' } },
  });
  const wanted = (name: string) => values.only === 'all' || values.only === name;
  if (wanted('import')) await benchImport(values.large ? 'large' : 'usual', print);
  // The others are loaded when they are wanted: an import in a process of its own is not to be charged for them.
  if (values.only === 'window') await benchWindow();
  if (wanted('lift')) await (await import('./lift.ts')).benchLift();
  if (wanted('rehearse')) await (await import('./rehearse.ts')).benchRehearse();
  if (wanted('report')) await (await import('./report.ts')).benchReport();
  if (wanted('customer')) {
    const { benchCustomer, customerLines } = await import('./customer.ts');
    for (const line of customerLines(await benchCustomer())) print(line);
  }
}

/** In this process where there is a display, else in one of its own on a display made for it. */
async function benchWindow(): Promise<void> {
  const start = onSomeDisplay(process.execPath, [fileURLToPath(import.meta.url), '--only', 'window']);
  if (hasDisplay() || start.command === process.execPath) return (await import('./window.ts')).benchWindow(print);
  const { status } = spawnSync(start.command, start.args, { stdio: 'inherit' });
  if (status !== 0) throw new Error('Measuring the window failed; the lines above say why.');
}
