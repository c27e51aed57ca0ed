import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { interaction } from '#shared/stats/interaction.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';

const plan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'call', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [{ id: 'spent', role: 'primary', kind: 'mean', of: { trait: 'spent' }, better: 'higher' }],
  analysis: { level: 0.95, sides: 2, peeking: 'none', segments: ['channel'] },
  decision: { scaleIf: { metric: 'spent', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-01' },
};

const N = 1200;
const customers = Array.from({ length: N }, (_, i) => i + 1);
const treated = (i: number) => i % 2 === 1;
const channelOf = (i: number) => ['mail', 'shop', 'web'][(i >> 1) % 3] ?? '';
const noise = (i: number) => (((i >> 1) * 7919) % 101) / 10;

function look(lift: (channel: string) => number, over: Partial<Plan['analysis']> = {}): LiftResult {
  const trait = <T extends number | string>(of: (i: number) => T) => customers.map((id, i): [number, T] => [id, of(i)]);
  return computeLift(
    {
      plan: { ...plan, analysis: { ...plan.analysis, ...over } },
      sha256: 'seal',
      amendments: 0,
      asOf: Date.parse('2026-10-02'),
      looks: 1,
      currency: null,
      fingerprint: '',
      text: catalogueOf('en').lift,
      format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }),
    },
    madeUpRecords({
      customers,
      arms: customers.map((customer, i) => ({ customer, arm: treated(i) ? 'call' : 'control', at: '2026-09-01' })),
      traits: {
        spent: trait((i) => 20 + noise(i) + (treated(i) ? lift(channelOf(i)) : 0)),
        channel: trait(channelOf),
        age: trait((i) => 20 + (i % 60)),
        tiny: trait((i) => (i < 8 ? 'few' : 'many')),
        flat: trait(() => 'all'),
      },
    }),
  );
}

describe('segments', () => {
  it('show the deciding comparison within each group, and each group’s figures are its own', () => {
    const [found] = look(() => 2).segments;
    expect(found?.groups.map(({ label }) => label)).toEqual(['mail', 'shop', 'web']);
    expect(found?.groups.reduce((n, { control, treatment }) => n + control.n + treatment.n, 0)).toBe(N);
    for (const { absolute } of found?.groups ?? []) expect(absolute.estimate).toBeCloseTo(2, 8);
    expect(found).toMatchObject({ kind: 'planned', metric: 'spent', treatment: 'call' });
    expect(found?.interaction?.p).toBeGreaterThan(0.9);
    expect(found?.sentence).toContain('do not show');
  });

  it('say that the lift differs where it does, with the estimates drawn toward the mean', () => {
    const result = look((channel) => (channel === 'shop' ? 4 : 0.5));
    const [found] = result.segments;
    const effects = found?.groups.map(({ absolute: { estimate, lower, upper } }) => ({
      estimate: estimate ?? 0,
      // Welch at these sizes: the reach over t(0.975, about 397).
      standardError: ((upper ?? 0) - (lower ?? 0)) / 2 / 1.96597,
    }));
    const expected = interaction({ effects: effects ?? [] });
    if (expected.kind === 'error') throw new Error(expected.reason);
    expect(found?.interaction?.p).toBeLessThan(0.001);
    expect(found?.interaction?.statistic).toBeCloseTo(expected.statistic, 2);
    const shop = found?.groups[1];
    expect(shop?.shrunken?.estimate).toBeLessThan(shop?.absolute.estimate ?? 0);
    expect(found?.sentence).toContain('“shop”');
    expect(found?.sentence).toContain('named this beforehand');
    expect([result.headline, result.because].join(' ')).not.toContain('shop');
  });

  it('of traits the plan does not name are exploratory, and their p-values corrected together', () => {
    const { segments } = look((channel) => (channel === 'shop' ? 4 : 0.5), {
      segments: undefined,
      covariates: ['channel', 'age'],
    });
    expect(segments.map(({ trait, kind }) => [trait, kind])).toEqual([
      ['channel', 'exploratory'],
      ['age', 'exploratory'],
    ]);
    const [channel, age] = segments.map((one) => one.interaction);
    expect(channel?.pAdjusted).toBeCloseTo(Math.min(2 * (channel?.p ?? 0), age?.p ?? 1), 12);
    expect(segments[0]?.sentence).toContain('idea for the next pilot');
    expect(segments[1]?.groups.map(({ label }) => label)).toEqual(['up to 40', '40 to 60', 'above 60']);
  });

  it('say where groups are too small, and do not tell apart by a trait that all share', () => {
    const { segments } = look(() => 2, { segments: ['tiny', 'flat'] });
    expect(segments.map(({ trait }) => trait)).toEqual(['tiny']);
    expect(segments[0]?.interaction).toBeNull();
    expect(segments[0]?.groups[0]).toMatchObject({ absolute: { lower: null }, shrunken: null });
    expect(segments[0]?.sentence).toContain('too few');
  });
});
