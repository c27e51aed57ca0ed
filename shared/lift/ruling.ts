import type { Plan } from '../plan/plan.ts';
import { harms } from './harm.ts';
import type { LiftInput } from './lift-input.ts';
import type { Check, LiftResult, MetricResult } from './lift-result.ts';
import { isoDay, type Sight } from './timetable.ts';
import { type Ruling, rule } from './verdict.ts';

type Ruled = Pick<LiftResult, 'verdict' | 'because' | 'arm' | 'decided'>;

/**
 * What a look decides: the sealed rule, and whether it may be applied now. Before the day of the decision an
 * always-valid plan may stop for harm, and a planned look may end the pilot where its bound is crossed.
 *
 * @param brokenSrm the sample-ratio check where it failed
 */
export function ruling(
  input: LiftInput,
  metrics: readonly MetricResult[],
  brokenSrm: Check | undefined,
  sight: Sight,
): Ruled {
  const { plan, text, format } = input;
  const due = input.asOf >= Date.parse(plan.decision.decideBy) || (sight.kind === 'planned' && sight.next === null);
  if (input.sha256 === null) {
    const { arm } = rule(plan, metrics, due ? 'due' : 'before', input);
    return { verdict: null, because: text.because.notSealed, arm, decided: due };
  }
  if (brokenSrm) {
    return { verdict: 'invalid', because: text.because.invalid(format.pValue(brokenSrm.p)), arm: null, decided: due };
  }
  if (sight.kind === 'waiting') {
    return {
      verdict: 'extend',
      because: text.because.firstLook(format.date(isoDay(sight.next))),
      arm: null,
      decided: false,
    };
  }
  const { harm, ...found } = rule(plan, metrics, due ? 'due' : 'before', input);
  const ruled = {
    ...found,
    because: [found.because, ...weaker(plan, input), ...harmElsewhere(plan, metrics, found.arm, input)].join(' '),
  };
  if (due) return { ...ruled, decided: true };
  if (sight.kind === 'planned') return atPlannedLook(ruled, sight, input);
  const day = format.date(plan.decision.decideBy);
  if (plan.analysis.peeking !== 'always-valid') {
    return { verdict: 'extend', because: text.because.early(day), arm: ruled.arm, decided: false };
  }
  const last = harm ? text.because.harmNow : text.because.decidesOn(day);
  return { ...ruled, because: `${ruled.because} ${last}`, decided: harm };
}

function atPlannedLook(
  ruled: Omit<Ruling, 'harm'>,
  { look, dates, next }: Sight & { kind: 'planned' },
  { text, format }: LiftInput,
): Ruled {
  const decided = ruled.verdict !== 'extend';
  const last = decided
    ? text.because.atPlannedLook(format.count(look), format.count(dates.length))
    : text.because.nextLook(next === null ? '' : format.date(isoDay(next)));
  return { ...ruled, because: `${ruled.because} ${last}`, decided };
}

/** A verdict on arms that chance did not draw says so itself. */
function weaker({ allocation }: Plan, { text }: LiftInput): string[] {
  return allocation.method === 'imported' && allocation.drawn === 'otherwise' ? [text.because.weaker] : [];
}

/** The other treatments that do harm: what is said of one arm must not hide them. */
function harmElsewhere(plan: Plan, metrics: readonly MetricResult[], arm: string | null, input: LiftInput): string[] {
  return harms(plan, metrics, input)
    .filter((one) => one.arm !== arm)
    .map((one) => input.text.because.harmElsewhere(one.arm, one.because));
}
