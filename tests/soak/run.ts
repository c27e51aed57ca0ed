import { parseArgs } from 'node:util';
import { killRepeatedly } from './kill.ts';

/**
 * npm run soak: what takes too long for every `npm test`. Another seed gives other moments; the one that failed is
 * named in the error, and brings the same choices again.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '20260101' } },
});
const tally = await killRepeatedly(Number(values.kills), Number(values.seed)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
const { opening, import: importing, checkpoint, other } = tally.during;
process.stdout.write(
  `${tally.kills} kills, seed ${values.seed}: every one of ${tally.acknowledged} acknowledged changes was there, nothing half-done, sqlite3 found no fault.
Killed while opening ${opening}, importing ${importing}, at a checkpoint ${checkpoint}, otherwise ${other}; ` +
    `${tally.fromLog} times changes came from the log, ${tally.unannounced} times a change was whole though its answer was cut off.\n`,
);
