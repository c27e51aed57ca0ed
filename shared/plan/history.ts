/** What history says of the decisive metric and of how customers come. */
export type History = {
  /** `control`: the pilot's own control customers so far; `before`: customers like them before the pilot. */
  readonly source: 'control' | 'before';
  /** Customers whose outcome is known, its mean (a rate, the ratio of totals) and its standard deviation. */
  readonly n: number;
  readonly mean: number;
  /** Of a ratio: that of a customer's share in it, by the delta method. */
  readonly sd: number;
  /** Share of the variance that covariates known beforehand leave; 1 without any. */
  readonly varianceLeft: number;
  /** How many times the variance is larger because whole clusters are assigned; 1 where they are not. */
  readonly designEffect: number;
  readonly pool: number;
  readonly arrivalsPerWeek: number;
  /** Weeks after the start at which the last customer came in; null while they keep coming. */
  readonly arrivalWeeks: number | null;
  /** When the pilot started, or starts if it does so now; milliseconds UTC. */
  readonly start: number;
};
