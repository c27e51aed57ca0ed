import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { calcMethods } from '#shared/stats/calc/methods.ts';
import { calcCommand } from '../calc.ts';

/** `calc` speaks JSON only, in and out, so it needs no --json. */
export const calc = new Command('calc')
  .description('One estimator, on JSON read from standard input.')
  .argument('<METHOD>', Object.keys(calcMethods).join(', '))
  .option('--json', 'as always here')
  .option('--verbose', 'more detail when something goes wrong')
  .addHelpText(
    'after',
    `\nExample:\n  echo '{"control":{"n":200,"x":20},"treatment":{"n":200,"x":34}}' | pilotlight calc proportion-difference\n`,
  )
  .action(async (method: string) => {
    const run = calcCommand(method, await text(process.stdin));
    process.stdout.write(run.stdout);
    process.stderr.write(run.stderr);
    process.exitCode = run.exitCode;
  });
