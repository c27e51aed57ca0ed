import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { guardrailInWords } from '#shared/plan/guardrail-power.ts';
import type { History } from '#shared/plan/history.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { planPower } from '#shared/plan/power.ts';
import { powerInWords } from '#shared/plan/power-words.ts';
import { templateById } from '#shared/template/templates.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';

const template = templateById('abandoned-cart')?.plan as Plan;
const [rate, revenue, unsubscribed] = template.metrics as [Metric, Metric, Metric];
const history: History = {
  source: 'before',
  n: 5000,
  mean: 0.1,
  sd: 0.3,
  varianceLeft: 1,
  designEffect: 1,
  pool: 0,
  arrivalsPerWeek: 1000,
  arrivalWeeks: null,
  start: Date.parse('2026-08-01'),
};
const words = {
  text: catalogueOf('en').power,
  format: formatter({ locale: 'en-US', timeZone: 'UTC', currency: 'USD' }),
};

function firstNote(metric: Metric, past: History): string {
  const scaleIf = { metric: metric.id, relativeLiftAtLeast: 0.1 };
  const plan: Plan = { ...template, decision: { ...template.decision, scaleIf } };
  const found = planPower(plan, metric, past);
  if (found.kind === 'error') throw new Error(found.reason);
  const [note = ''] = powerInWords(plan, metric, past, found, [], words).notes;
  return note.replace(/\s/g, ' ');
}

describe('what a threshold comes to', () => {
  it('is told of a rate in customers a year', () => {
    expect(firstNote(rate, history)).toMatch(/^\+10 % of “.*” is from 10\.0 % to 11\.0 %: 520 more customers a year/);
    expect(firstNote({ ...rate, better: 'lower' }, history)).toMatch(
      /from 10\.0 % to 9\.0 %: 520 fewer customers a year/,
    );
  });

  it('is told of a total in money a year', () => {
    const spent = { ...history, mean: 20, sd: 60 };
    expect(firstNote({ ...revenue, role: 'primary' }, spent)).toMatch(
      /from \$ 20\.00 to \$ 22\.00: \+\$ 104,000 a year/,
    );
  });

  it('is told of a rate’s margin in customers a year, where new ones come', () => {
    const margin = { ...unsubscribed, role: 'guardrail' as const, margin: 0.005 };
    const sentence = (past: History) => guardrailInWords(template, margin, past, words).sentence.replace(/\s/g, ' ');
    expect(sentence(history)).toMatch(/A margin of .*0\.5 points is 260 customers a year/);
    expect(sentence({ ...history, arrivalsPerWeek: 0, pool: 500 })).not.toContain('a year');
  });
});
