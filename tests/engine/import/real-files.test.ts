import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { guessExport } from '#engine/import/index.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { Desk, sumHolds } from './desk.ts';

const data = resolve(import.meta.dirname, '../../../../shared/data');

if (!existsSync(data)) process.stdout.write('skipped: no real data here\n');

describe.skipIf(!existsSync(data))('real files, to the cent', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.make();
    return () => desk.pilot.close();
  });

  it('Online Retail: price times quantity, returns apart, as counted with decimal arithmetic elsewhere', async () => {
    const path = join(data, 'online_retail/online_retail_all.csv');
    const { mapping, warnings } = await guessExport(path, null);
    expect(mapping).toMatchObject({
      kind: 'activities',
      columns: { UnitPrice: { to: 'amount' }, Quantity: { to: 'quantity' }, CustomerID: { key: 'number:customer' } },
    });
    expect(warnings.join(' ')).toContain('less than 0 in "Quantity" are taken for returns');
    const result = await desk.importFile(path);
    expect(sumHolds(result)).toBe(true);
    expect(desk.count('customer')).toBe(4372);
    const sums = desk.all(
      'SELECT kind, count(*) AS n, round(sum(amount), 3) AS sum FROM activity GROUP BY kind ORDER BY kind',
    );
    expect(sums).toEqual([
      { kind: 'order', n: 397_924, sum: 8_911_407.904 },
      { kind: 'return', n: 8_905, sum: -611_342.09 },
    ]);
  });

  it('Olist: payments, items and reviews join to their customers over the order’s number', async () => {
    const at = (name: string) => join(data, `olist/sample10k/olist_${name}_dataset.csv`);
    const order = { to: 'identity', key: 'number:order' } as const;
    const mappings: Record<string, Mapping> = {
      customers: (await guessExport(at('customers'), null)).mapping,
      orders: {
        ...(await guessExport(at('orders'), null)).mapping,
        columns: {
          order_id: order,
          customer_id: { to: 'identity', key: 'number:customer' },
          order_purchase_timestamp: { to: 'at' },
          order_status: { to: 'property', name: 'status' },
        },
      },
      order_payments: {
        kind: 'traits',
        columns: { order_id: order, payment_type: { to: 'trait', name: 'paid_by', type: 'text' } },
      },
      order_items: {
        kind: 'activities',
        activity: 'item',
        columns: { order_id: order, shipping_limit_date: { to: 'at' }, price: { to: 'amount' } },
      },
      order_reviews: {
        ...(await guessExport(at('order_reviews'), null)).mapping,
      },
    };
    const { identity: _, ...reviews } = mappings.order_reviews!;
    mappings.order_reviews = { ...reviews, columns: { ...reviews.columns, order_id: order } };
    const rows: Record<string, number> = {};
    for (const [name, mapping] of Object.entries(mappings)) {
      const result = await desk.importFile(at(name), mapping);
      expect(result.kept).toBe(result.rowsRead);
      rows[name] = result.rowsRead;
    }
    expect(rows).toEqual({
      customers: 8135,
      orders: 8135,
      order_payments: 8924,
      order_items: 8365,
      order_reviews: 8225,
    });
    expect(desk.count('customer')).toBe(8016);
    expect(desk.all("SELECT count(*) AS n, round(sum(amount), 2) AS sum FROM activity WHERE kind = 'item'")).toEqual([
      { n: 8365, sum: 1_093_264.35 },
    ]);
    expect(desk.all('SELECT score, count(*) AS n FROM feedback GROUP BY score ORDER BY score')).toEqual([
      { score: 1, n: 2638 },
      { score: 2, n: 382 },
      { score: 3, n: 667 },
      { score: 4, n: 1184 },
      { score: 5, n: 3354 },
    ]);
    expect(
      desk.all(
        "SELECT count(verbatim) AS words, sum(verbatim LIKE '%' || char(10) || '%') > 400 AS lines FROM feedback",
      ),
    ).toEqual([{ words: 4223, lines: 1 }]);
  });

  it('REES46: views, carts and purchases by their own kind; the cut last row set aside', async () => {
    const result = await desk.importFile(join(data, 'rees46_sample/2019-Oct_first_rows.csv'));
    expect(result).toMatchObject({
      rowsRead: 17_435,
      kept: 17_434,
      reasons: { 'too-few-cells': 1 },
      customersNew: 4504,
    });
    expect(desk.all('SELECT kind, count(*) AS n FROM activity GROUP BY kind ORDER BY n')).toEqual([
      { kind: 'cart', n: 165 },
      { kind: 'purchase', n: 214 },
      { kind: 'view', n: 17_055 },
    ]);
    expect(desk.all("SELECT date(min(at) / 1000, 'unixepoch') AS day FROM activity")).toEqual([{ day: '2019-10-01' }]);
  });

  it('fast food: 548 rows of 137 stores in three arms, once it is said that the store is the unit', async () => {
    const path = join(data, 'fastfood_promo/WA_Marketing-Campaign.csv');
    const { mapping } = await guessExport(path, null);
    expect(mapping).toMatchObject({ kind: 'traits', identity: 'row' });
    const { identity: _, ...rest } = mapping;
    const columns: Mapping['columns'] = {
      ...rest.columns,
      LocationID: { to: 'identity', key: 'number:store' },
      Promotion: { to: 'arm' },
    };
    expect(await desk.importFile(path, { ...rest, columns })).toMatchObject({
      rowsRead: 548,
      kept: 548,
      customersNew: 137,
    });
    expect(desk.all('SELECT arm, count(*) AS n FROM arm_named GROUP BY arm ORDER BY arm')).toEqual([
      { arm: '1', n: 172 },
      { arm: '2', n: 188 },
      { arm: '3', n: 188 },
    ]);
  });

  it('the layouts of tools: audiences and shops by preset, reports without persons refused, header rows alone told', async () => {
    const layout = (name: string) => guessExport(join(data, 'export_layouts', name), null);
    const presets = {
      'mailchimp_audience_export.csv': 'mailchimp-audience',
      'shopify_orders_export_2026_teststore.csv': 'shopify-orders',
      'mailchimp_campaigns_aggregated.csv': 'mailchimp-campaigns',
      'mailchimp_campaigns_aggregated_40col.csv': 'mailchimp-campaigns',
      'mailchimp_campaign_report_single.csv': 'campaign-report',
      'mailchimp_ab_test_report.csv': 'campaign-report',
      'mailerlite_campaign_report.csv': 'campaign-report',
      'headers_only/klaviyo_campaigns.csv': 'klaviyo-campaigns',
      'headers_only/zendesk_tickets.csv': 'zendesk-tickets',
      'headers_only/typeform_responses_PATTERN.csv': 'typeform',
    };
    for (const [name, preset] of Object.entries(presets))
      expect([name, (await layout(name)).preset]).toEqual([name, preset]);
    expect((await layout('brevo_contacts_export.csv')).mapping.columns).toMatchObject({
      EMAIL: { key: 'email' },
      SMS: { key: 'phone' },
      EMAIL_BLACKLISTED: { type: 'boolean' },
    });
    expect((await layout('activecampaign_contacts_export.csv')).mapping.kind).toBe('traits');
    await expect(desk.importFile(join(data, 'export_layouts/headers_only/zendesk_tickets.csv'))).rejects.toThrow(
      /no rows/,
    );
  });

  it('gives the same packed: NPS verbatims as CSV and as .csv.gz', async () => {
    const plain = await desk.importFile(join(data, 'nps_verbatims/nps_verbatims.csv'));
    const bytes = gzipSync(readFileSync(join(data, 'nps_verbatims/nps_verbatims.csv')));
    expect(plain).toMatchObject({ rowsRead: 2385, kept: 2385 });
    expect(await desk.import('nps.csv.gz', bytes)).toMatchObject({ rowsRead: 2385, kept: 0, duplicates: 2385 });
  });
});
