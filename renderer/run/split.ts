import type { Formatter } from '#shared/format/formatter.ts';
import type { Arm } from '#shared/plan/plan.ts';
import { srm } from '#shared/stats/srm.ts';

/** Whether the arms came out as large as planned, with the p of the sample-ratio test. */
export function splitWords(
  arms: readonly Arm[],
  assigned: Readonly<Record<string, number>>,
  format: Formatter,
): string {
  const found = srm({
    observed: arms.map((arm) => assigned[arm.id] ?? 0),
    weights: arms.map((arm) => arm.weight),
  });
  if (found.kind === 'error') return 'Nobody is in an arm yet';
  const p = format.pValue(found.p);
  if (found.p < 0.001) return `The arms are not as large as planned (${p}): the comparison would be broken`;
  if (found.p < 0.01) return `The arms are rather unlike the plan (${p})`;
  return `The arms are as large as planned (${p})`;
}
