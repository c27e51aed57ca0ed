import { parseArgs } from 'node:util';
import { fuzzImports } from './fuzz.ts';
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
const fuzz = await fuzzImports(Number(values.files), Number(values.seed), Number(values.first)).catch(failed);
process.stdout.write(
  `${fuzz.files} hostile files, seed ${values.seed}: no crash, no hang, every sum held, no pilot changed that should not have. ` +
    `${fuzz.imported} imports were taken in, ${fuzz.refused} refused with a sentence, ${fuzz.quarantined} rows set aside; ` +
    `the slowest file was ${Math.round(fuzz.slowestMs)} ms of work.\n`,
);
