import { verifyReport } from '#engine/report/verify-report.ts';
import type { Verification } from '#shared/report/verify/difference.ts';
import { define } from '../define.ts';
import { withView } from '../with-pilot.ts';

/** As many differences are printed; `--json` holds all of them. */
const MOST_LINES = 40;

export const verifyCommand = define(
  'verify <REPORT> <FILE.pilot>',
  'Recompute every figure of a report (.html or .json) and name each difference.',
  'pilotlight verify report.html carts.pilot',
  async ([report, path]) => {
    const verification = await withView(path ?? '', ({ read }) => verifyReport(read, report ?? ''));
    if (!verification.same) {
      process.exitCode = 1;
      process.stderr.write(
        `${report} does not say what ${path} says: ${counted(verification.differences.length)}. Write the report again, or ask who changed it.\n`,
      );
    }
    return { json: verification, text: told(verification) };
  },
);

function told({ same, differences, notes }: Verification): string {
  if (same) return ['Same: every figure and word follows from the pilot.', ...notes].join('\n');
  const lines = differences
    .slice(0, MOST_LINES)
    .map(
      ({ where, reported, recomputed }) =>
        `${where}\n  report:     ${reported ?? '(nothing)'}\n  recomputed: ${recomputed ?? '(nothing)'}`,
    );
  const rest = differences.length - lines.length;
  return [...notes, ...lines, ...(rest > 0 ? [`and ${counted(rest)} more; --json names all`] : [])].join('\n');
}

function counted(n: number): string {
  return n === 1 ? '1 difference' : `${n} differences`;
}
