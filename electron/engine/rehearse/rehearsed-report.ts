import { setImmediate } from 'node:timers/promises';
import { PilotError } from '#shared/api/error.ts';
import { formatter } from '#shared/format/formatter.ts';
import { freezeCaps } from '#shared/lift/cap-history.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { planHash } from '#shared/plan/plan-hash.ts';
import { type PlanPower, planPower } from '#shared/plan/power.ts';
import { type NoPast, type Past, past } from '#shared/rehearse/past.ts';
import { playedPilot } from '#shared/rehearse/played-pilot.ts';
import { stamped } from '#shared/rehearse/stamp.ts';
import type { ReportModel } from '#shared/report/model.ts';
import { reportModel } from '#shared/report/report-model.ts';
import { catalogueIn, catalogueOf } from '#shared/text/catalogue.ts';
import { pilotRecords } from '../lift/pilot-records.ts';
import { freezeExpectedN } from '../plan/expected-n.ts';
import { decisiveMetric } from '../plan/power.ts';
import { pilotValue } from '../records/pilot-value.ts';
import { readReportOptions } from '../report/options-row.ts';
import { subjectOf } from '../report/report-file.ts';
import type { ReadableDb } from '../store/db.ts';
import type { RehearsalRun } from './rehearse.ts';

/** How a rehearsed pilot ends: with a lift that earns the rollout, or with none at all. */
export type MadeUpOutcome = 'works' | 'nothing';

const FEWEST_CUSTOMERS = 40;
/** From the threshold on the planted lift grows by half until the plan would say scale; so often at most. */
const MOST_TRIES = 7;
const SMALLEST_LIFT = 0.05;

export type RehearsedReport = { readonly model: ReportModel; readonly lift: number };

/**
 * The report as it would look after the pilot, from history with a made-up outcome: computed and written like the
 * real one, stamped on every face. Nothing is stored and no look is logged.
 *
 * @throws PilotError `no-history`
 */
export async function rehearsedReport(
  db: ReadableDb,
  plan: Plan,
  outcome: MadeUpOutcome,
  now: number,
  { progress, signal }: RehearsalRun,
): Promise<RehearsedReport> {
  const records = pilotRecords(db);
  const sealed = freezeExpectedN(freezeCaps(plan, records, now), records, now);
  const { language, locale, ...appearance } = readReportOptions(db);
  const text = catalogueIn(language);
  const say = catalogueOf(locale);
  const metric = decisiveMetric(sealed);
  const found = past(sealed, metric, records, now);
  if (found.kind === 'error') throw new PilotError('no-history', say.power.none[found.reason as NoPast]);
  const power = planPower(sealed, metric, found.history);
  if (power.kind === 'error') throw new PilotError('no-history', say.power.impossible(power.reason));
  const currency = pilotValue(db, 'currency');
  const sha256 = planHash(sealed);
  const asOf = Math.max(now, Date.parse(sealed.decision.decideBy));
  const words = { text: text.lift, format: formatter({ locale, timeZone: 'UTC', currency, words: text.figures }) };
  const input = { plan: sealed, sha256, amendments: 0, asOf, looks: 1, currency, fingerprint: '', ...words };
  const most = Math.max(FEWEST_CUSTOMERS, expected(power, found));
  const seed = sealed.allocation.method === 'imported' ? 1 : sealed.allocation.seed;
  let result: LiftResult | null = null;
  let planted = 0;
  for (const lift of lifts(outcome, sealed, power)) {
    progress(0, null, say.rehearsal.playing);
    await setImmediate();
    signal.throwIfAborted();
    result = computeLift(input, playedPilot(sealed, metric, records, now, { lift, seed, most }).records);
    planted = lift;
    if (result.verdict === 'scale') break;
  }
  if (result === null) throw new Error('at least one lift is tried');
  const looks = [{ at: result.asOf, asOf: result.asOf, verdict: result.verdict, sealed: true }];
  const occasion = { at: now, reader: { language, locale, timeZone: 'UTC' }, appearance };
  const planState = { plan: sealed, sealed: new Date(now).toISOString(), sha256, amendments: [] };
  const model = reportModel({ ...subjectOf(db, result, looks, occasion), planState });
  const sign = metric.better === 'higher' ? 1 : -1;
  return { model: stamped(model, say.rehearsal.stamp, words.format.lift(sign * planted), outcome), lift: planted };
}

function expected(power: PlanPower, { history }: Past): number {
  return power.atDecision.n > 0 ? power.atDecision.n : (power.needed?.total ?? history.n);
}

function lifts(outcome: MadeUpOutcome, plan: Plan, power: PlanPower): number[] {
  if (outcome === 'nothing') return [0];
  const first =
    Math.max(SMALLEST_LIFT, plan.decision.scaleIf.relativeLiftAtLeast, power.atDecision.relative ?? 0) * 1.2;
  return Array.from({ length: MOST_TRIES }, (_, i) => first * 1.5 ** i);
}
