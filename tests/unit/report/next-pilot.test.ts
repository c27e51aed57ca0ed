import { describe, expect, it } from 'vitest';
import { charter } from '#shared/charter/charter.ts';
import { plan } from '#shared/plan/plan.ts';
import type { ReportModel } from '#shared/report/model.ts';
import { reportModel } from '#shared/report/report-model.ts';
import { stories } from './stories.ts';

function rowsOf(model: ReportModel) {
  const next = model.sections.find((section) => section.id === 'next');
  return next?.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])) ?? [];
}

describe('the next pilot', () => {
  it('names the metrics this one could not tell, and how many customers would', () => {
    const rows = rowsOf(reportModel(stories.none));
    expect(rows.map((row) => row[0]?.text)).toEqual(['Recovered carts, reminder', 'Revenue a customer, reminder']);
    // R: power.prop.test(p1 = 715/6209, p2 = 1.1 * 715/6209, power = .8) gives 12,581.54 an arm.
    const [, had, needed] = rows[0] ?? [];
    expect(had).toMatchObject({ value: 12_418 });
    expect(needed).toMatchObject({ kind: 'figure', value: 2 * 12_582 });
  });

  it('asks for no sample where every interval lies on one side of zero', () => {
    const [primary] = stories.win.lift.metrics;
    const lift = { ...stories.win.lift, metrics: primary === undefined ? [] : [primary] };
    expect(rowsOf(reportModel({ ...stories.win, lift }))).toEqual([]);
  });
});

describe('the pilot proposed next', () => {
  const proposed = (name: keyof typeof stories) => reportModel(stories[name]).proposal;

  it('follows from the verdict, and its charter and plan are whole and not sealed', () => {
    const kinds = Object.keys(stories).map((name) => [name, proposed(name as keyof typeof stories).kind]);
    expect(Object.fromEntries(kinds)).toEqual({
      win: 'step',
      none: 'another',
      invalid: 'repair',
      harm: 'gentler',
      small: 'more',
      draft: 'seal',
      interim: 'more',
    });
    for (const name of Object.keys(stories) as (keyof typeof stories)[]) {
      const { plan: next, charter: agreed } = proposed(name);
      expect(plan.parse(next)).toEqual(next);
      expect(charter.parse(agreed)).toEqual(agreed);
      expect(next.decision.decideBy > stories[name].generatedAt.slice(0, 10)).toBe(true);
      expect(agreed.decideBy).toBe(next.decision.decideBy);
    }
  });

  it('keeps the holdout of the first step as its control', () => {
    const { plan: next, needed } = proposed('win');
    expect(next.arms.map(({ weight }) => weight)).toEqual([0.1, 0.9]);
    expect(next.analysis.expectedN).toBe(needed);
  });

  it('draws the arms itself where the split of the sending tool was broken', () => {
    const imported = { ...stories.invalid.planState.plan, allocation: { method: 'imported' as const, from: {} } };
    const planState = { ...stories.invalid.planState, plan: imported };
    const { plan: next } = reportModel({ ...stories.invalid, planState }).proposal;
    expect(next.allocation).toEqual({ method: 'stratified', seed: 1 });
    expect(next.arms.every((arm) => arm.role === 'control' || arm.intervention !== undefined)).toBe(true);
  });
});
