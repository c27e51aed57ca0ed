import { benchCustomer, customerLines } from './customer.ts';
import { benchImport, importLines } from './import.ts';
import { benchLift } from './lift.ts';
import { benchReport } from './report.ts';

/** `npm run bench`: every figure as a ratio to a peer measured in the same run. Nothing here passes or fails. */
for (const line of importLines(await benchImport())) process.stdout.write(`${line}\n`);
await benchLift();
await benchReport();
for (const line of customerLines(await benchCustomer())) process.stdout.write(`${line}\n`);
