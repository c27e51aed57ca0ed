import { setImmediate } from 'node:timers/promises';
import { formatter } from '#shared/format/formatter.ts';
import { freezeCaps } from '#shared/lift/cap-history.ts';
import type { RecordsReader } from '#shared/lift/records-reader.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { planPower } from '#shared/plan/power.ts';
import { rehearsalDesign } from '#shared/rehearse/design.ts';
import { knownBefore } from '#shared/rehearse/known-before.ts';
import { type NoPast, past } from '#shared/rehearse/past.ts';
import { type Rehearsed, rehearsals } from '#shared/rehearse/rehearsal.ts';
import type { RehearsalResult } from '#shared/rehearse/rehearsal-result.ts';
import { tally } from '#shared/rehearse/tally.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { decisiveMetric } from '../plan/power.ts';

const LOCALE = 'en-GB';
/** How long the engine works before it listens again: a cancel is heard within this time. */
const BREATH_MS = 40;
/** Where the plan names no lift above 0, this one is planted. */
const USUAL_LIFT = 0.1;

export type RehearsalAsked = {
  readonly plan: Plan;
  /** Relative, towards the better side; null for the plan's own threshold. */
  readonly lift: number | null;
  readonly runs: number;
  readonly currency: string | null;
};

export type RehearsalRun = {
  readonly progress: (done: number, total: number | null, sentence: string) => void;
  readonly signal: AbortSignal;
};

/**
 * Plays the plan on the pilot's own history, again and again: without any lift and with one planted. No treatment's
 * outcome is looked at, and nothing is stored. The plan's seed makes it repeatable.
 */
export async function rehearse(
  { plan, lift, runs, currency }: RehearsalAsked,
  records: RecordsReader,
  now: number,
  { progress, signal }: RehearsalRun,
): Promise<RehearsalResult> {
  const text = catalogueOf(LOCALE);
  const frozen = freezeCaps(plan, records, now);
  const metric = decisiveMetric(frozen);
  const found = past(frozen, metric, records, now);
  if (found.kind === 'error') return { kind: 'unknown', sentence: text.power.none[found.reason as NoPast] };
  const power = planPower(frozen, metric, found.history);
  if (power.kind === 'error') return { kind: 'unknown', sentence: text.power.impossible(power.reason) };
  const threshold = plan.decision.scaleIf.relativeLiftAtLeast;
  const planted = lift ?? (threshold > 0 ? threshold : USUAL_LIFT);
  const known = knownBefore(frozen, metric, found.units, found.rows, records);
  const design = rehearsalDesign(frozen, metric, found, known, power, planted);
  const seed = plan.allocation.method === 'imported' ? 1 : plan.allocation.seed;
  const format = formatter({ locale: LOCALE, timeZone: 'UTC', currency });
  const play = rehearsals(design, seed);
  const played: Rehearsed[] = [];
  let breathed = performance.now();
  while (played.length < runs) {
    played.push(play());
    if (performance.now() - breathed < BREATH_MS && played.length < runs) continue;
    progress(played.length, runs, text.rehearsal.working(format.count(played.length), format.count(runs)));
    await setImmediate();
    signal.throwIfAborted();
    breathed = performance.now();
  }
  return tally(design, played, { text: text.rehearsal, format });
}
