import type { Formatter } from '../format/formatter.ts';
import { metricName } from '../plan/metric-unit.ts';
import { proportion } from '../stats/proportion.ts';
import type { ScreenCatalogue } from '../text/catalogue.ts';
import type { RehearsalDesign } from './design.ts';
import type { Rehearsed } from './rehearsal.ts';
import type { RehearsalResult } from './rehearsal-result.ts';

type Words = { readonly text: ScreenCatalogue['rehearsal']; readonly format: Formatter };

/** All rehearsals added up and said: what happens if it does nothing, and if it works. */
export function tally(design: RehearsalDesign, played: readonly Rehearsed[], { text, format }: Words): RehearsalResult {
  const runs = played.length;
  const alarms = shareOf(played, (one) => one.falseAlarm);
  const seen = shareOf(played, (one) => one.seenAfter !== null);
  const naive = shareOf(played, (one) => one.naiveAlarm).rate;
  const scaled = shareOf(played, (one) => one.scaled).rate;
  const alpha = 1 - design.question.level;
  const customers = design.looks[design.looks.length - 1]?.n ?? 0;
  const sign = design.metric.better === 'higher' ? 1 : -1;
  const weeks = median(played.flatMap((one) => (one.seenAfter === null ? [] : [one.seenAfter])));
  const range = ({ lower, upper }: Share) => format.valueRange(lower, upper, 'rate');
  const say = alarms.lower > alpha ? text.nothingTooOften : text.nothing;
  const looks = text.looks(format.count(design.looks.length));
  const name = metricName(design.metric);
  return {
    kind: 'rehearsed',
    metric: design.metric.id,
    runs,
    customers,
    looks: design.looks.length,
    level: design.question.level,
    falsePositiveRate: alarms.rate,
    naiveFalsePositiveRate: naive,
    lift: design.plantedLift,
    power: seen.rate,
    scaleRate: scaled,
    medianWeeks: weeks,
    intervals: { falsePositiveRate: alarms, power: seen },
    sentences: {
      nothing: say(format.percent(alarms.rate), range(alarms), format.level(alpha)),
      planted: text.planted(name, format.lift(sign * design.plantedLift), format.percent(seen.rate), range(seen)),
    },
    notes: [
      ...(design.looks.length > 1 ? [text.naive(format.percent(naive))] : []),
      text.scale(format.percent(scaled), format.lift(sign * design.threshold)),
      ...(weeks === null ? [] : [text.weeks(format.count(Math.ceil(weeks)))]),
      text.how(format.count(runs), format.count(customers), looks),
      ...(design.customers === 'again' ? [text.again] : []),
      ...judgedBy(design).map((by) => text.judged[by]),
    ],
  };
}

/** What the sealed method reckons with, and the rehearsals with it. */
function judgedBy({ known, metric }: RehearsalDesign): ('clusters' | 'covariates' | 'strata')[] {
  if (known.cluster !== null) return ['clusters'];
  if (metric.kind === 'ratio') return [];
  return [
    ...(known.covariates.length > 0 ? (['covariates'] as const) : []),
    ...(known.stratum === null ? [] : (['strata'] as const)),
  ];
}

type Share = { readonly rate: number; readonly lower: number; readonly upper: number };

/** A share of the rehearsals with Wilson's interval: a thousand of them are a sample too. */
function shareOf(played: readonly Rehearsed[], is: (one: Rehearsed) => boolean): Share {
  const n = played.length;
  const x = played.filter(is).length;
  const found = proportion({ n, x });
  if (found.kind === 'error') return { rate: 0, lower: 0, upper: 1 };
  return { rate: x / n, lower: found.lower ?? 0, upper: found.upper ?? 1 };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}
