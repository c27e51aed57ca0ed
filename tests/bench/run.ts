import { parseArgs } from 'node:util';
import { benchCustomer, customerLines } from './customer.ts';
import { benchImport } from './import.ts';
import { once } from './import-once.ts';
import { benchLift } from './lift.ts';
import { benchReport } from './report.ts';
import { benchWindow } from './window.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * `npm run bench`: every figure as a ratio to a peer measured in the same run. Nothing here passes or fails. With
 * `-- --large` also ten million rows, with `-- --only NAME` one of import, lift, report and customer, or
 * the built app's window, which needs a display.
 */
if (process.argv[2] === 'once') print(JSON.stringify(await once(process.argv.slice(3))));
else await bench();

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: { large: { type: 'boolean', default: false }, only: { type: 'string', default: 'all' } },
  });
  const wanted = (name: string) => values.only === 'all' || values.only === name;
  if (wanted('import')) await benchImport(values.large ? 'large' : 'usual', print);
  if (values.only === 'window') await benchWindow(print);
  if (wanted('lift')) await benchLift();
  if (wanted('report')) await benchReport();
  if (wanted('customer')) for (const line of customerLines(await benchCustomer())) print(line);
}
