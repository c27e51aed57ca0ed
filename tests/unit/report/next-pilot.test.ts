import { describe, expect, it } from 'vitest';
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
