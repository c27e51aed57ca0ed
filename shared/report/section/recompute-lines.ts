import type { ArmFigures, MetricResult } from '../../lift/lift-result.ts';
import { criticalValue } from '../../stats/pivotal.ts';
import { type Alternative, tailOf } from '../../stats/question.ts';

type Arms = { readonly control: ArmFigures; readonly treatment: ArmFigures };
export type Basis = NonNullable<MetricResult['basis']>;

/**
 * Difference, lift and a plain normal interval of the difference as formulas of a spreadsheet: one a line, without a
 * function name, since those are translated.
 */
export function normalLines(metric: MetricResult, { control, treatment }: Arms): string[] {
  const share = (arm: ArmFigures) => `${arm.x}/${arm.n}`;
  const variance = (arm: ArmFigures) => `${share(arm)}*(1-${share(arm)})/${arm.n}`;
  const difference = `${share(treatment)}-${share(control)}`;
  const z = criticalValue((1 - metric.level) / 2, null).toFixed(6);
  const reach = `${z}*(${variance(treatment)}+${variance(control)})^0.5`;
  return [
    `=${difference}`,
    ...(control.mean === 0 ? [] : [`=(${difference})/(${share(control)})`]),
    `=${difference}-${reach}`,
    `=${difference}+${reach}`,
  ];
}

/** How many standard errors an interval reaches that is right for one look. */
export function reachOf(metric: MetricResult, { df }: Basis): number {
  const { lower, upper } = metric.absolute;
  const alternative: Alternative = lower === null ? 'less' : upper === null ? 'greater' : 'two-sided';
  return criticalValue(tailOf({ level: metric.level, alternative, null: 0 }), df);
}

/**
 * The printed difference and lift with the ends of their intervals, from each arm's mean and its variance: exact, since
 * that is how the interval is made. Ends that the plan leaves open, or that do not exist, have no line.
 */
export function basisLines(metric: MetricResult, { control, treatment, relative }: Basis, reach: number): string[] {
  const [c, t] = [literal(control.mean), literal(treatment.mean)];
  const [vc, vt] = [literal(control.variance), literal(treatment.variance)];
  const q = literal(reach);
  const difference = `(${t}-${c})`;
  const ends = (interval: MetricResult['absolute'], end: (sign: '-' | '+') => string) => [
    ...(interval.lower === null ? [] : [end('-')]),
    ...(interval.upper === null ? [] : [end('+')]),
  ];
  const lines = [`=${difference}`, ...ends(metric.absolute, (sign) => `=${difference}${sign}${q}*(${vt}+${vc})^0.5`)];
  if (metric.relative.estimate === null) return lines;
  const base = literal(Math.abs(control.mean));
  const lift = `${difference}/${base}`;
  if (relative === 'delta') {
    const error = `(${vt}+(${t}/${c})^2*${vc})^0.5/${base}`;
    return [...lines, `=${lift}`, ...ends(metric.relative, (sign) => `=${lift}${sign}${q}*${error}`)];
  }
  const a = `(${base}^2-${q}^2*${vc})`;
  const b = `(${difference}*${base}${control.mean < 0 ? '-' : '+'}${q}^2*${vc})`;
  const e = `(${difference}^2-${q}^2*(${vt}+${vc}))`;
  return [...lines, `=${lift}`, ...ends(metric.relative, (sign) => `=(${b}${sign}(${b}^2-${a}*${e})^0.5)/${a}`)];
}

/** A number as every spreadsheet reads it: no exponent, and in brackets where a sign could be misread. */
function literal(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  const size = Math.abs(Number(exponent ?? 0));
  const written = exponent === undefined ? digits : `(${digits}${Number(exponent) < 0 ? '/' : '*'}10^${size})`;
  return value < 0 ? `(${written})` : written;
}
