import { beforeEach, expect, it } from 'vitest';
import { mendQuarantine } from '#engine/import/index.ts';
import { readMoney, writeRates } from '#engine/records/rates.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import type { RateTable } from '#shared/records/rates.ts';
import { Desk, ORDERS, sumHolds } from '../import/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const MONEY: Mapping = {
  ...ORDERS,
  rowKey: ['id'],
  columns: { ...ORDERS.columns, currency: { to: 'currency' }, channel: { to: 'property', name: 'channel' } },
};
const HEADER = 'id,email,when,total,currency,channel\n';
const EUROS = `${HEADER}1,a@x.org,2026-03-01,10,EUR,web\n2,b@x.org,2026-03-02,20,EUR,\n3,c@x.org,2026-03-03,30,EUR,web\n`;
const MIXED = `${EUROS}4,d@x.org,2026-03-04,21,USD,web\n5,e@x.org,2026-03-04,8,GBP,\n`;
const table = (rates: RateTable['rates']): RateTable => ({ to: 'EUR', rates, note: 'ECB' });
const keep = (rates: RateTable['rates']) => desk.pilot.change('rates', (db) => writeRates(db, table(rates)));
const amounts = () =>
  desk.all(
    "SELECT reference AS id, amount, currency, properties FROM activity WHERE reference > '3' ORDER BY reference",
  );

it('amounts in another currency are set aside until a rate is given, then tried again and marked', async () => {
  const result = await desk.import('orders.csv', MIXED, MONEY);
  expect(result).toMatchObject({ kept: 3, quarantined: 2 });
  expect(readMoney(desk.pilot.read)).toEqual({
    currency: 'EUR',
    table: null,
    waiting: [
      { currency: 'USD', rows: 1 },
      { currency: 'GBP', rows: 1 },
    ],
  });
  await keep({ USD: 0.92 });
  const mended = await mendQuarantine(desk.pilot, { by: 'retry', source: null, reason: 'other-currency: currency' });
  expect(mended).toMatchObject({ tried: 2, kept: 1, stillOut: 1 });
  expect(amounts()).toEqual([
    { id: '4', amount: 19.32, currency: 'EUR', properties: '{"channel":"web","converted_from":"21 USD at 0.92"}' },
  ]);
});

it("next week's file is converted as it comes in, and says how many amounts were", async () => {
  await desk.import('w1.csv', EUROS, MONEY);
  await keep({ USD: 0.92, GBP: 1.17 });
  const result = await desk.import('w2.csv', MIXED);
  expect(sumHolds(result)).toBe(true);
  expect(result).toMatchObject({ kept: 2, duplicates: 3, quarantined: 0 });
  expect(result.warnings).toContain('1 amount in USD was converted into EUR at 0.92; each record says so.');
  expect(amounts()).toMatchObject([
    { amount: 19.32, currency: 'EUR' },
    { amount: 9.36, properties: '{"converted_from":"8 GBP at 1.17"}' },
  ]);
});

it('a mapping brings rates of its own, which go before those of the pilot', async () => {
  await desk.import('w1.csv', EUROS, MONEY);
  await keep({ USD: 0.5 });
  await desk.import('w2.csv', MIXED, { ...MONEY, rates: { USD: 2 } });
  expect(amounts()).toMatchObject([{ amount: 42, properties: '{"channel":"web","converted_from":"21 USD at 2"}' }]);
});

it('a price of one is converted, and how many there were stands in what it was converted from', async () => {
  const columns = { ...MONEY.columns, qty: { to: 'quantity' } as const };
  const row = (id: number, price: string, code: string, n: number) =>
    `${id},a@x.org,2026-03-0${id},${price},${code},,${n}\n`;
  const text = `id,email,when,total,currency,channel,qty\n${row(1, '10', 'EUR', 1)}${row(2, '5', 'EUR', 2)}${row(4, '0.85', 'USD', 3)}`;
  await desk.import('lines.csv', text, { ...MONEY, columns, rates: { USD: 0.5 } });
  expect(amounts()).toMatchObject([{ amount: 1.275, properties: '{"converted_from":"2.55 USD at 0.5"}' }]);
});

it("refuses a rate for the pilot's own currency, and rates into another one", async () => {
  await desk.import('w1.csv', EUROS, MONEY);
  const usd = { to: 'USD', rates: { EUR: 1.1 }, note: '' };
  await expect(desk.pilot.change('rates', (db) => writeRates(db, usd))).rejects.toThrow(/into EUR, not USD/);
  await expect(keep({ EUR: 1 })).rejects.toThrow(/needs no rate/);
  await expect(desk.import('w2.csv', MIXED, { ...MONEY, rates: { EUR: 1 } })).rejects.toThrow(/needs no rate/);
});
