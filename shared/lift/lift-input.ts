import type { Formatter } from '../format/formatter.ts';
import type { Plan } from '../plan/plan.ts';
import type { Catalogue } from '../text/catalogue.ts';

/** What a look needs to know beside the records. */
export type LiftInput = {
  readonly plan: Plan;
  /** The seal's hash; null while the plan is not sealed. */
  readonly sha256: string | null;
  readonly amendments: number;
  /** Milliseconds UTC. */
  readonly asOf: number;
  /** How often the lift has been looked at, this look included. */
  readonly looks: number;
  readonly currency: string | null;
  /** SHA-256 over the sources' own, which names the data this look saw. */
  readonly fingerprint: string;
  readonly text: Catalogue['lift'];
  readonly format: Formatter;
};
