import type { Metric } from '../plan/plan.ts';
import { complierEffect } from '../stats/complier-effect.ts';
import { normalUpper } from '../stats/distribution/normal.ts';
import { type ArmSample, keptOf } from './arm-sample.ts';
import { atMost, type Comparison, decidingOn, figuresOn, type Samples } from './comparison.ts';
import { conclusionOf } from './conclusion.ts';
import type { DatedEvent } from './dated-event.ts';
import type { Ends } from './estimate.ts';
import type { MetricResult, Sensitivity } from './lift-result.ts';
import type { Words } from './metric-lift.ts';
import { criticalOf, deciding, decidingEnds, decidingLevel } from './peeking.ts';
import { DAY } from './trigger-moment.ts';
import type { UnitTable } from './unit-table.ts';

/** What else could have been done with the same data. */
export type Variants = {
  readonly units: UnitTable;
  /** 1 a row that was reached; null where the plan names no exposure. */
  readonly reached: Uint8Array | null;
  readonly events: readonly DatedEvent[];
  readonly identity: JoinedVariant | null;
  /** Before the start, over a time as long as the window: of each metric and row; only where chance did not draw. */
  readonly before: ReadonlyMap<string, Float64Array>;
  /** How many treatments the plan has: of several each row names its own. */
  readonly treatments: number;
};

/** The decisive comparisons with keys joined the other way. */
export type JoinedVariant = {
  readonly mode: 'strict' | 'loose';
  readonly differ: number;
  readonly comparisons: readonly Comparison[];
};

type Found = Pick<Ends, 'absolute' | 'relative'> & { readonly p: number | null };
type Variant = { readonly id: string; readonly name: string; readonly found: Found };

/**
 * The decisive comparison once more under other choices: capped or not, adjusted or not, keys joined strictly or loosely, everybody assigned or those
 * who were reached, with or without the days of an event. Each says whether it turns the conclusion. Nothing where
 * the interval is withheld: there is no conclusion to turn.
 */
export function sensitivityOf(
  comparison: Comparison,
  result: MetricResult,
  variants: Variants,
  words: Words,
): Sensitivity[] {
  if (result.withheld !== null) return [];
  const { text, format } = words;
  const say = text.sensitivity;
  const whole = conclusionOf(deciding(result).absolute);
  const samples = atMost(comparison.samples, comparison.cap);
  const found: Variant[] = [];
  if (comparison.cap !== null) {
    const name = say.uncapped(format.value(comparison.cap, result.unit));
    found.push({ id: 'uncapped', name, found: decidingOn(comparison, comparison.samples) });
  }
  if (result.unadjusted !== null) {
    found.push({ id: 'unadjusted', name: say.unadjusted, found: unadjusted(comparison, samples) });
  }
  found.push(...compliers(comparison, samples, variants, say.compliers));
  found.push(...joinedOtherwise(comparison, variants.identity, words));
  found.push(...changesSince(comparison, samples, variants.before, say.changes));
  for (const event of variants.events) {
    const days =
      event.until === null ? format.date(event.at) : `${format.date(event.at)} – ${format.date(event.until)}`;
    const without = untouched(samples, event, variants.units);
    const name = say.withoutEvent(event.note, days);
    found.push({ id: `without-event-${event.id}`, name, found: decidingOn(comparison, without) });
  }
  return found.map(({ id, name, found: { absolute, relative, p } }) => {
    const turns = absolute.lower === null && absolute.upper === null ? false : conclusionOf(absolute) !== whole;
    const change = format.change(absolute.estimate, result.unit);
    const range = format.changeRange(absolute.lower, absolute.upper, result.unit);
    const known = absolute.lower !== null || absolute.upper !== null;
    const told = known ? say.sentence(name, change, range, turns ? say.turns : say.same) : say.withheld(name);
    const sentence = variants.treatments > 1 ? say.ofArm(result.treatment, told) : told;
    const { treatment } = result;
    return { id: `${id}:${result.id}:${treatment}`, name, treatment, absolute, relative, p, turns, sentence };
  });
}

/**
 * Each customer's change since the same time before the start, compared between the arms: difference-in-differences,
 * which takes out what told the arms apart all along, where chance did not draw them.
 */
function changesSince(
  { by, looking, metric, cap }: Comparison,
  samples: Samples,
  before: Variants['before'],
  name: string,
): Variant[] {
  const earlier = before.get(metric.id);
  if (earlier === undefined) return [];
  const changed = (sample: ArmSample): ArmSample => ({
    ...sample,
    values: sample.values.map(
      (value, i) => value - Math.min(cap ?? Number.MAX_VALUE, earlier[sample.rows[i] ?? -1] ?? 0),
    ),
  });
  const changes: Metric = { ...metric, kind: 'mean' };
  const estimator = { ...by, metric: changes, adjustment: null };
  const since = { control: changed(samples.control), treatment: changed(samples.treatment) };
  const found = decidingEnds(estimator, looking, figuresOn(estimator, since));
  const relative = { estimate: null, lower: null, upper: null };
  return [{ id: 'changes', name, found: { absolute: found.absolute, relative, p: found.p } }];
}

/** With keys joined strictly instead of loosely, or the reverse. */
function joinedOtherwise({ arm }: Comparison, identity: JoinedVariant | null, { text, format }: Words): Variant[] {
  const same = identity?.comparisons.find((other) => other.arm.id === arm.id);
  if (identity === null || same === undefined) return [];
  const name = text.sensitivity.identity(identity.mode, format.count(identity.differ));
  return [{ id: `identity-${identity.mode}`, name, found: decidingOn(same, atMost(same.samples, same.cap)) }];
}

function unadjusted({ by, looking }: Comparison, samples: Samples): Found {
  return decidingEnds({ ...by, adjustment: null }, looking, figuresOn(by, samples));
}

/** The effect on those who were reached because of their arm, at the level that the plan's way of looking asks for. */
function compliers(
  { by, metric, looking }: Comparison,
  { control, treatment }: Samples,
  { reached }: Variants,
  name: string,
): Variant[] {
  if (reached === null || metric.kind === 'ratio' || by.cluster !== null) return [];
  const arm = ({ rows, values }: ArmSample) => ({
    y: values,
    reached: Float64Array.from(rows, (row) => reached[row] ?? 0),
  });
  const critical = criticalOf(looking, control.values.length + treatment.values.length, by.asked);
  const sides = by.asked.alternative === 'two-sided' ? 2 : 1;
  const level = critical === null ? decidingLevel(by.asked, looking) : 1 - sides * normalUpper(critical);
  const found = complierEffect({ control: arm(control), treatment: arm(treatment), ...by.asked, level });
  if (found.kind === 'error' || found.reach.treatment - found.reach.control > 0.999) return [];
  const absolute = { estimate: found.estimate, lower: found.lower, upper: found.upper };
  const relative = { estimate: null, lower: null, upper: null };
  return [{ id: 'compliers', name, found: { absolute, relative, p: found.p } }];
}

/** Both arms without the customers whose window touched the days of an event. */
function untouched({ control, treatment }: Samples, event: DatedEvent, units: UnitTable): Samples {
  const from = Date.parse(event.at);
  const to = Date.parse(event.until ?? event.at) + DAY;
  const clear = (sample: ArmSample) =>
    keptOf(sample, (i) => {
      const anchor = units.anchor[sample.rows[i] ?? -1] ?? Number.NaN;
      const closes = sample.closes[i] ?? Number.NaN;
      return !(anchor < to && (Number.isNaN(closes) ? anchor >= from : closes > from));
    });
  return { control: clear(control), treatment: clear(treatment) };
}
