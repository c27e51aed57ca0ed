import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { type Coverage, coverageOf } from './sample-coverage.ts';

/**
 * `npm run calibrate [-- SEEDS]`: over the sample shop's seeds 1…2000, how often the 95 % interval holds the planted
 * lift. Prints a table and fails outside 93.5 to 96.5 %.
 */
const BOUNDS: readonly [number, number] = [0.935, 0.965];

if (process.send) {
  process.on('message', async (seed: number) => process.send?.(await coverageOf(seed)));
} else await calibrate(Number(process.argv[2] ?? 2000));

async function calibrate(seeds: number): Promise<void> {
  const found: Coverage[] = [];
  let next = 1;
  const script = new URL(import.meta.url).pathname;
  await Promise.all(
    Array.from({ length: availableParallelism() }, () => {
      const child = fork(script, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      return new Promise<void>((resolve, reject) => {
        const give = () => (next <= seeds ? child.send(next++) : (child.disconnect(), resolve()));
        child.on('message', (coverage: Coverage) => {
          found.push(coverage);
          if (found.length % 100 === 0) process.stderr.write(`${found.length} of ${seeds} seeds\n`);
          give();
        });
        child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
        give();
      });
    }),
  );
  print(found);
}

function print(found: readonly Coverage[]): void {
  const names = [...new Set(found.flatMap(({ covered }) => Object.keys(covered)))].sort();
  process.stdout.write(
    `Coverage of the planted lift by the 95 % interval, ${found.length} seeds of the sample shop\n\n`,
  );
  for (const name of names) {
    const share = found.filter(({ covered }) => covered[name]).length / found.length;
    const judged = name.startsWith('recovered');
    const within = share >= BOUNDS[0] && share <= BOUNDS[1];
    const verdict = judged ? (within ? 'within 93.5–96.5 %' : 'OUTSIDE 93.5–96.5 %') : '';
    process.stdout.write(`${name.padEnd(24)} ${(share * 100).toFixed(2).padStart(6)} %  ${verdict}\n`);
    if (judged && !within) process.exitCode = 1;
  }
}
