import type { Command } from 'commander';
import { lookAtLift } from '#engine/lift/look.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import { define } from '../define.ts';
import { textTable, UsageError } from '../outcome.ts';
import { withPilot } from '../with-pilot.ts';
import { reportCommand } from './report.ts';

const liftCommand = define<{ asOf?: string }>(
  'lift <FILE.pilot>',
  'Look at the lift. Every look is logged.',
  'pilotlight lift carts.pilot --as-of 2026-10-15 --json',
  async ([path], options) => {
    const asOf = options.asOf === undefined ? Date.now() : Date.parse(options.asOf);
    if (Number.isNaN(asOf)) throw new UsageError(`--as-of takes a date such as 2026-10-15; not "${options.asOf}".`);
    return await withPilot(path ?? '', async (file) => {
      const result = await lookAtLift(file, asOf, Date.now());
      return { json: result, text: told(result) };
    });
  },
).option('--as-of <DATE>', 'as it stood at this date (00:00 UTC) or moment; now when left out');

export const liftCommands: readonly Command[] = [liftCommand, reportCommand];

function told(result: LiftResult): string {
  const checks = result.checks.map((check) => [check.severity, check.id, check.sentence]);
  return [
    result.headline,
    result.range,
    '',
    `Verdict: ${result.verdict ?? 'none'}. ${result.because}`,
    '',
    ...result.metrics.map((metric) => `${metric.sentence} [${metric.method}]`),
    '',
    textTable(['', 'check', ''], checks),
    '',
    `Look ${result.looks}, as of ${result.asOf}; plan ${result.plan.sha256 ?? 'not sealed'}`,
  ].join('\n');
}
