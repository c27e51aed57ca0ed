import { orderMeanCents, REPEAT_PERCENT } from './basket.ts';
import { type Effect, effects, familiarity, familiarityPercent, type SampleArm, type Story } from './story.ts';

/** The planted value of one metric: means of the population the customers are drawn from, not of the sample. */
export type PlantedMetric = {
  readonly metric: string;
  readonly control: number;
  readonly treatment: number;
  readonly absolute: number;
  /** (treatment − control) / control. */
  readonly relative: number;
};

/** What a perfect measurement of the sample's pilot would find; the metric ids are those of the abandoned-cart plan. */
export function plantedTruth(story: Story): readonly PlantedMetric[] {
  const effect = effects[story];
  const orders = (arm: SampleArm) => recoveredMean(effect, arm) * (1 + REPEAT_PERCENT / 100);
  return [
    planted('recovered', (arm) => recoveredMean(effect, arm)),
    planted('revenue', (arm) => (orders(arm) * orderMeanCents) / 100),
    planted('unsubscribed', (arm) => effect.unsubscribedPerTenThousand[arm] / 10_000),
  ];
}

function recoveredMean(effect: Effect, arm: SampleArm): number {
  const inHundredThousand = familiarity.reduce(
    (sum, kind) => sum + familiarityPercent[kind] * effect.recoveredPerThousand[arm][kind],
    0,
  );
  return inHundredThousand / 100_000;
}

function planted(metric: string, mean: (arm: SampleArm) => number): PlantedMetric {
  const control = mean('control');
  const treatment = mean('treatment');
  const absolute = treatment - control;
  return { metric, control, treatment, absolute, relative: absolute / control };
}
