import { expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { Plan } from '#shared/plan/plan.ts';
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
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'spent', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-01' },
};

/** A thousand customers an arm, of whose outcomes so many are known. */
function withheld(known: { control: number; call: number }): string | null | undefined {
  const customers = Array.from({ length: 2000 }, (_, i) => i + 1);
  const armOf = (id: number) => (id % 2 === 0 ? 'control' : 'call');
  const result = computeLift(
    {
      plan,
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
      arms: customers.map((customer) => ({ customer, arm: armOf(customer), at: '2026-09-01' })),
      traits: {
        spent: customers.flatMap((id): [number, number][] => (id / 2 <= known[armOf(id)] ? [[id, 10 + (id % 7)]] : [])),
      },
    }),
  );
  return result.metrics[0]?.withheld;
}

it('what is analysed may be more lopsided than what was planned, and then its own ratio says how many are needed', () => {
  expect(withheld({ control: 1000, call: 1000 })).toBeNull();
  expect(withheld({ control: 40, call: 50 })).toBeNull();
  expect(withheld({ control: 1000, call: 300 })).toBeNull();
  expect(withheld({ control: 300, call: 90 })).toContain('90 values other than 0, and 100 are needed');
  expect(withheld({ control: 1000, call: 90 })).toContain('90 values other than 0, and 400 are needed');
});
