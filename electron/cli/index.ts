import { Command, CommanderError } from 'commander';
import { secondThreadAt } from '#engine/threads/second-thread.ts';
import { version } from '../version.ts';
import { calc } from './command/calc.ts';
import { checkCommand } from './command/check.ts';
import { compareCommand } from './command/compare.ts';
import { customerCommands } from './command/customer.ts';
import { dataCommands } from './command/data.ts';
import { liftCommands } from './command/lift.ts';
import { pilotCommands } from './command/pilot.ts';
import { planCommands } from './command/plan.ts';
import { portfolioCommand } from './command/portfolio.ts';
import { verifyCommand } from './command/verify.ts';

secondThreadAt(new URL('./second-thread.js', import.meta.url));

const program = new Command('pilotlight')
  .description('The engine of Pilotlight without a window: from raw exports to an honest report.')
  .version(version)
  .addHelpText(
    'after',
    '\nExample:\n  pilotlight sample exports && pilotlight new shop.pilot --template abandoned-cart\n  pilotlight import shop.pilot exports/*.csv && pilotlight lift shop.pilot\n',
  );

for (const command of [
  ...pilotCommands,
  ...dataCommands,
  ...customerCommands,
  ...planCommands,
  ...liftCommands,
  compareCommand,
  portfolioCommand,
  verifyCommand,
  checkCommand,
  calc,
]) {
  command.exitOverride();
  command.configureOutput({
    outputError: (text: string, write: (line: string) => void) => write(`${text.trim()}\n${usageOf(command)}\n`),
  });
  program.addCommand(command);
}
program.exitOverride();
program.configureOutput({
  outputError: (text, write) =>
    write(`${text.trim()}\nUsage: pilotlight COMMAND …; "pilotlight --help" lists the commands.\n`),
});

// A reader that closes early (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  if (process.argv.length <= 2) {
    process.stderr.write(program.helpInformation());
    process.exitCode = 2;
  } else await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}

function usageOf(command: Command): string {
  return `Usage: pilotlight ${command.name()} ${command.usage()}`;
}
