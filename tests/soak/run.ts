import { parseArgs } from 'node:util';
import { fuzzImports, fuzzSummary } from './fuzz.ts';
import { killRepeatedly } from './kill.ts';

/**
 * npm run soak: what takes too long for every `npm test`. Another seed gives other moments; the one that failed is
 * named in the error, and brings the same choices again; `--kills 0 --first N --files 1` does hostile file N alone.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    files: { type: 'string', default: '2000' },
    first: { type: 'string', default: '0' },
    seed: { type: 'string', default: '20260101' },
  },
});
const failed = (error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
};
const tally = await killRepeatedly(Number(values.kills), Number(values.seed)).catch(failed);
const { opening, import: importing, checkpoint, other } = tally.during;
process.stdout.write(
  `${tally.kills} kills, seed ${values.seed}: every one of ${tally.acknowledged} acknowledged changes was there, nothing half-done, sqlite3 found no fault.
Killed while opening ${opening}, importing ${importing}, at a checkpoint ${checkpoint}, otherwise ${other}; ` +
    `${tally.fromLog} times changes came from the log, ${tally.unannounced} times a change was whole though its answer was cut off.\n`,
);
const seed = Number(values.seed);
const effort = 'recognised-and-mapped';
const fuzz = await fuzzImports(Number(values.files), seed, effort, Number(values.first)).catch(failed);
process.stdout.write(`${fuzzSummary(fuzz, seed)}\n`);
