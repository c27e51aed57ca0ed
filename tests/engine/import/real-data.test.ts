import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKnown } from '#engine/records/known.ts';
import { Desk, sumHolds } from './desk.ts';

const data = resolve(import.meta.dirname, '../../../../shared/data');

if (!existsSync(data)) process.stdout.write('skipped: no real data here\n');

describe.skipIf(!existsSync(data))('real files', () => {
  it('Hillstrom: 64,000 rows are 64,000 customers in three arms', async () => {
    const desk = await Desk.make();
    const folder = join(data, 'hillstrom');
    const file = readdirSync(folder).find((name) => name.endsWith('.csv'))!;
    const result = await desk.importFile(join(folder, file));
    expect(result).toMatchObject({
      rowsRead: 64_000,
      kept: 64_000,
      duplicates: 0,
      quarantined: 0,
      customersNew: 64_000,
    });
    expect(readKnown(desk.pilot.read)).toMatchObject({
      armValues: [
        { value: 'Womens E-Mail', n: 21_387 },
        { value: 'Mens E-Mail', n: 21_307 },
        { value: 'No E-Mail', n: 21_306 },
      ],
      customers: 64_000,
    });
    const sums = desk.all(
      "SELECT arm, sum(value) AS n FROM trait JOIN arm_named USING (customer) WHERE key = 'visit' GROUP BY arm ORDER BY arm",
    );
    expect(sums).toEqual([
      { arm: 'Mens E-Mail', n: 3894 },
      { arm: 'No E-Mail', n: 2262 },
      { arm: 'Womens E-Mail', n: 3238 },
    ]);
    expect(await desk.importFile(join(folder, file))).toMatchObject({ source: null, kept: 0, duplicates: 64_000 });
    await desk.pilot.close();
  });

  it('Online Retail: 541,909 rows, 135,080 without a customer, 4,372 customers', async () => {
    const desk = await Desk.make();
    const result = await desk.importFile(join(data, 'online_retail/online_retail_all.csv'));
    expect(result).toMatchObject({ rowsRead: 541_909, quarantined: 135_080, reasons: { 'no-key': 135_080 } });
    expect(result.kept).toBe(541_909 - 135_080);
    expect(desk.count('customer')).toBe(4372);
    await desk.pilot.close();
  });

  it('Olist: 8,135 orders of 8,016 people, joined over two files', async () => {
    const desk = await Desk.make();
    await desk.importFile(join(data, 'olist/sample10k/olist_customers_dataset.csv'));
    expect(desk.count('customer')).toBe(8016);
    const orders = await desk.importFile(join(data, 'olist/sample10k/olist_orders_dataset.csv'));
    expect(orders).toMatchObject({ rowsRead: 8135, kept: 8135, customersNew: 0, customersMatched: 8016 });
    await desk.pilot.close();
  });

  it('NPS verbatims: day-first dates, 2,353 scores, 32 rows with words alone', async () => {
    const desk = await Desk.make();
    const guess = await desk.importFile(join(data, 'nps_verbatims/nps_verbatims.csv'));
    expect(guess).toMatchObject({ rowsRead: 2385, kept: 2385 });
    expect(
      desk.all(
        'SELECT count(*) AS n, count(score) AS scored, sum(score >= 9) AS promoters, sum(score <= 6) AS detractors FROM feedback',
      ),
    ).toEqual([{ n: 2385, scored: 2353, promoters: 690, detractors: 1271 }]);
    const days = desk.all(
      "SELECT date(min(at) / 1000, 'unixepoch') AS first, date(max(at) / 1000, 'unixepoch') AS last FROM feedback",
    );
    expect(days).toEqual([{ first: '2017-12-11', last: '2018-06-20' }]);
    await desk.pilot.close();
  });

  it('Shopify: 121 lines of 51 orders, four lines of two checkouts', async () => {
    const desk = await Desk.make();
    const orders = await desk.importFile(join(data, 'export_layouts/shopify_orders_export.csv'));
    expect(sumHolds(orders)).toBe(true);
    expect(orders).toMatchObject({ rowsRead: 121, kept: 120, reasons: { 'no-key': 1 } });
    expect(desk.all("SELECT count(*) AS n FROM activity WHERE kind = 'order'")).toEqual([{ n: 50 }]);
    const other = await Desk.make();
    expect(await other.importFile(join(data, 'export_layouts/shopify_abandoned_checkouts_export.csv'))).toMatchObject({
      rowsRead: 4,
      kept: 4,
    });
    expect(other.all('SELECT kind, count(*) AS n FROM activity GROUP BY kind')).toEqual([{ kind: 'cart', n: 2 }]);
    await other.pilot.close();
    await desk.pilot.close();
  });
});
