/** How customers come into a pilot: some are there at the start, others arrive week by week, and each is waited for. */
export type Enrolment = {
  /** Customers who can be taken in on the first day. */
  readonly pool: number;
  readonly arrivalsPerWeek: number;
  /** Weeks from the start after which nobody new comes; null while they keep coming. */
  readonly arrivalWeeks: number | null;
  /** Days until an outcome is known. */
  readonly windowDays: number;
};

/** Customers of all arms whose window has closed `weeks` after the start. */
export function analysedAfter(enrolment: Enrolment, weeks: number): number {
  const ripe = weeks - enrolment.windowDays / 7;
  if (ripe < -1e-9) return 0;
  return enrolment.pool + enrolment.arrivalsPerWeek * Math.max(0, Math.min(ripe, enrolment.arrivalWeeks ?? ripe));
}

/** Weeks from the start until `n` customers of all arms can be analysed; null when so many never come. */
export function weeksUntil(enrolment: Enrolment, n: number): number | null {
  const { pool, arrivalsPerWeek, arrivalWeeks } = enrolment;
  const wait = enrolment.windowDays / 7;
  if (n <= pool) return wait;
  const weeks = arrivalsPerWeek > 0 ? (n - pool) / arrivalsPerWeek : Number.POSITIVE_INFINITY;
  return weeks <= (arrivalWeeks ?? Number.MAX_VALUE) ? wait + weeks : null;
}
