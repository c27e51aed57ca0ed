import { type ArmFigures, figuresOf } from '#shared/lift/arm-figures.ts';
import type { ArmSample } from '#shared/lift/arm-sample.ts';
import { type Estimate, estimate } from '#shared/lift/estimate.ts';
import { pilotOutcomes } from '#shared/template/sample/shop.ts';
import { effects } from '#shared/template/sample/story.ts';

/** The sample shop's metrics, estimated from the outcomes the generator drew, without files in between. */
export type ShortWay = Readonly<Record<'recovered' | 'revenue' | 'unsubscribed', Estimate>>;

const ASKED = { level: 0.95, alternative: 'two-sided' } as const;

/** The same estimators the lift uses, on one seed's outcomes; revenue uncapped, as the planted truth is. */
export function shortWay(seed: number): ShortWay {
  const columns = { control: newColumns(), treatment: newColumns() };
  for (const outcome of pilotOutcomes({ customers: effects.win.defaultCustomers, seed, story: 'win' })) {
    const column = columns[outcome.arm];
    column.recovered.push(outcome.recovered ? 1 : 0);
    column.revenue.push(outcome.revenueCents / 100);
    column.unsubscribed.push(outcome.unsubscribed ? 1 : 0);
  }
  const of = (kind: 'conversion' | 'sum', metric: keyof ShortWay) =>
    estimate(kind, figures(columns.control[metric]), figures(columns.treatment[metric]), ASKED);
  return {
    recovered: of('conversion', 'recovered'),
    revenue: of('sum', 'revenue'),
    unsubscribed: of('conversion', 'unsubscribed'),
  };
}

function newColumns(): Record<keyof ShortWay, number[]> {
  return { recovered: [], revenue: [], unsubscribed: [] };
}

function figures(values: readonly number[]): ArmFigures {
  const sample: ArmSample = {
    rows: Int32Array.from(values.keys()),
    values: Float64Array.from(values),
    per: null,
    closes: new Float64Array(values.length).fill(Number.NaN),
  };
  return figuresOf(sample, null);
}
