import { describe, expect, test } from 'vitest';
import { betaLower, betaUpper } from '#shared/stats/distribution/beta.ts';
import { followedShoppers, pilotOutcomes, shoppers } from '#shared/template/sample/shop.ts';
import type { PilotOutcome } from '#shared/template/sample/shopper.ts';
import { effects, type SampleArm, type Story, stories } from '#shared/template/sample/story.ts';
import { plantedTruth } from '#shared/template/sample/truth.ts';

/** Fails when a count is so far out that either binomial tail holds less than 1 in 10,000. */
function expectDrawnFrom(rate: number, { n, x }: { n: number; x: number }) {
  expect(betaUpper(rate, x + 1, n - x), `at most ${x} of ${n} at ${rate}`).toBeGreaterThan(1e-4);
  expect(betaLower(rate, x, n - x + 1), `at least ${x} of ${n} at ${rate}`).toBeGreaterThan(1e-4);
}

function tally(outcomes: Iterable<PilotOutcome>) {
  const empty = () => ({ n: 0, recovered: 0, unsubscribed: 0, cents: 0, squares: 0 });
  const arms: Record<SampleArm, ReturnType<typeof empty>> = { control: empty(), treatment: empty() };
  for (const outcome of outcomes) {
    const arm = arms[outcome.arm];
    arm.n += 1;
    arm.recovered += outcome.recovered ? 1 : 0;
    arm.unsubscribed += outcome.unsubscribed ? 1 : 0;
    arm.cents += outcome.revenueCents;
    arm.squares += outcome.revenueCents ** 2;
  }
  return arms;
}

const planted = (story: Story, metric: string) =>
  plantedTruth(story).find((one) => one.metric === metric) ?? expect.fail(metric);

test('the planted rates are the ones the stories tell', () => {
  expect(planted('win', 'recovered')).toMatchObject({ control: 0.115, treatment: 0.146 });
  expect(planted('win', 'recovered').relative).toBeCloseTo(31 / 115, 12);
  expect(planted('none', 'recovered')).toMatchObject({ control: 0.115, treatment: 0.115, absolute: 0, relative: 0 });
  expect(planted('none', 'revenue')).toMatchObject({ absolute: 0, relative: 0 });
  expect(planted('harm', 'unsubscribed').absolute).toBeCloseTo(0.015, 12);
});

describe.each(stories)('in the story "%s"', (story) => {
  const arms = tally(pilotOutcomes({ customers: 150_000, seed: 11, story }));

  test.each(['control', 'treatment'] as const)('the %s arm is drawn from the planted rates', (arm) => {
    const { n, recovered, unsubscribed } = arms[arm];
    expectDrawnFrom(planted(story, 'recovered')[arm], { n, x: recovered });
    expectDrawnFrom(planted(story, 'unsubscribed')[arm], { n, x: unsubscribed });
  });

  test.each(['control', 'treatment'] as const)('the mean revenue of the %s arm is the planted one', (arm) => {
    const { n, cents, squares } = arms[arm];
    const mean = cents / n;
    const standardError = Math.sqrt((squares / n - mean ** 2) / n);
    expect(Math.abs(mean / 100 - planted(story, 'revenue')[arm]) / (standardError / 100)).toBeLessThan(3.9);
  });

  test(story === 'broken' ? 'reminders are missing' : 'customers are split evenly', () => {
    const { control, treatment } = arms;
    const split = () => expectDrawnFrom(0.5, { n: control.n + treatment.n, x: treatment.n });
    if (story === 'broken') expect(split).toThrow();
    else split();
  });
});

test('the broken split shows at the default size as a sample-ratio mismatch, for any seed', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { control, treatment } = tally(
      pilotOutcomes({ customers: effects.broken.defaultCustomers, seed, story: 'broken' }),
    );
    // chi-square with one degree of freedom passes 10.83 with probability 0.001
    expect((control.n - treatment.n) ** 2 / (control.n + treatment.n)).toBeGreaterThan(10.83);
  }
});

test('lists drawn elsewhere get the same effect, whatever the mail tool drew', () => {
  const options = { customers: 60_000, seed: 5, story: 'win' } as const;
  const followed = followedShoppers(options, (person) => (person.index % 3 === 0 ? 'treatment' : 'control'));
  const arms = tally([...followed].flatMap((shopper) => shopper.outcome ?? []));
  expect(arms.control.n / arms.treatment.n).toBeCloseTo(2, 1);
  for (const arm of ['control', 'treatment'] as const) {
    expectDrawnFrom(planted('win', 'recovered')[arm], { n: arms[arm].n, x: arms[arm].recovered });
  }
});

test('orders keep their numbers when lists are followed, so that a fresh import replaces the old ones', () => {
  const options = { customers: 2000, seed: 3, story: 'win' } as const;
  const after = [...followedShoppers(options, (person) => (person.index % 2 === 0 ? 'treatment' : 'control'))];
  let moved = 0;
  for (const [i, finished] of [...shoppers(options)].entries()) {
    const numbers = new Map(after[i]?.orders.map((order) => [order.number, order]));
    for (const order of finished.orders) {
      const same = numbers.get(order.number) ?? expect.fail(`order ${order.number} is gone`);
      expect(same.basket).toEqual(order.basket);
      if (same.at !== order.at) moved += 1;
    }
  }
  expect(moved).toBeGreaterThan(0);
});
