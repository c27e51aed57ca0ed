import type { MetricResult } from '../../lift/lift-result.ts';

/** The customers whose window closed between two points of the course: a cohort of its own. */
export type Period = {
  readonly until: string;
  readonly control: { readonly n: number; readonly x: number };
  readonly treatment: { readonly n: number; readonly x: number };
};

const MOST_PERIODS = 6;
const FEWEST_CUSTOMERS = 30;

/**
 * Cuts a conversion's course into at most six cohorts of neighbouring points. Empty when there is nothing to cut:
 * the metric is no conversion, fewer than two cohorts of 30 customers an arm come out, or the counts do not add up.
 */
export function periodsOf(metric: MetricResult): Period[] {
  if (metric.kind !== 'conversion' || metric.course.length < 2) return [];
  const every = Math.max(1, Math.ceil(metric.course.length / MOST_PERIODS));
  const last = metric.course.length - 1;
  const ends = metric.course.filter((_, i) => i === last || (last - i) % every === 0);
  const periods: Period[] = [];
  let before = { control: { n: 0, x: 0 }, treatment: { n: 0, x: 0 } };
  for (const point of ends) {
    const now = { control: counted(point.control), treatment: counted(point.treatment) };
    const control = { n: now.control.n - before.control.n, x: now.control.x - before.control.x };
    const treatment = { n: now.treatment.n - before.treatment.n, x: now.treatment.x - before.treatment.x };
    if (control.n < FEWEST_CUSTOMERS || treatment.n < FEWEST_CUSTOMERS) continue;
    if (!possible(control) || !possible(treatment)) return [];
    periods.push({ until: point.at, control, treatment });
    before = now;
  }
  const counts = periods.length >= 2 && before.control.n === counted(metric.course[last]!.control).n;
  return counts ? periods : [];
}

function counted(arm: { n: number; mean: number | null }): { n: number; x: number } {
  return { n: arm.n, x: Math.round(arm.n * (arm.mean ?? 0)) };
}

function possible(count: { n: number; x: number }): boolean {
  return count.x >= 0 && count.x <= count.n;
}
