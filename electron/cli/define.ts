import { Command } from 'commander';
import { PilotError } from '#shared/api/error.ts';
import { failureLine, type Outcome, toJson, UsageError } from './outcome.ts';

/** The options every command has. */
export type Common = { readonly json?: boolean; readonly verbose?: boolean };

/**
 * One command of the program. Its work returns what it has to say; how that is printed, and what an error becomes,
 * is decided here once for all commands.
 *
 * @param usage the name and its arguments, as in the usage line
 * @param example a line that shows it at work, printed by --help
 */
export function define<Options extends object = object>(
  usage: string,
  description: string,
  example: string,
  work: (args: readonly string[], options: Options & Common) => Promise<Outcome>,
): Command {
  const [name, ...args] = usage.split(' ');
  const command = new Command(name)
    .description(description)
    .option('--json', 'print one JSON value')
    .option('--verbose', 'more detail when something goes wrong');
  for (const arg of args) command.argument(arg);
  command.addHelpText('after', `\nExample:\n  ${example}\n`);
  command.action(async (...given: unknown[]) => {
    const options = command.opts<Options & Common>();
    try {
      const outcome = await work(given.slice(0, -2).flat() as string[], options);
      process.stdout.write(`${options.json ? toJson(outcome.json) : outcome.text}\n`);
    } catch (error) {
      process.exitCode = report(error, command, options);
    }
  });
  return command;
}

function report(error: unknown, command: Command, options: Common): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\nUsage: pilotlight ${command.name()} ${command.usage()}\n`);
    return 2;
  }
  if (error instanceof PilotError) {
    process.stderr.write(`${failureLine(error.toFailure(), options.verbose ? 'verbose' : 'plain')}\n`);
    return 1;
  }
  const detail = options.verbose && error instanceof Error ? `\n${error.stack ?? error.message}` : '';
  process.stderr.write(
    `Something went wrong inside Pilotlight; nothing was changed. Run again with --verbose and report what it prints.${detail}\n`,
  );
  return 1;
}
