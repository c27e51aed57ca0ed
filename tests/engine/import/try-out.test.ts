import { beforeEach, describe, expect, it } from 'vitest';
import { guessExport, tryImport } from '#engine/import/index.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const HEADER = 'order_id,email,created_at,total\n';

describe('an export on the screen before it is imported', () => {
  it('is tried out through the reading handle, also with so many rows that an import would set indexes aside', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},a${i}@x.org,2026-01-01,1`).join('\n');
    const path = desk.put('orders.csv', `${HEADER}${rows}\n`);
    const { mapping } = await guessExport(path, desk.pilot.read);
    const tried = await tryImport(desk.pilot.read, path, { mapping, preset: null, as: null });
    expect(tried).toMatchObject({ rowsRead: 5000, kept: 5000, customersNew: 5000 });
  });

  it('has its columns found anew when only the format is stated', async () => {
    const path = desk.put('orders.csv', 'order_id;email;created_at;total\n1;a@x.org;03/04/2026;1,50\n');
    const format = { delimiter: ';', dateOrder: 'mdy', decimal: ',', timeZone: 'Europe/Berlin' } as const;
    const guess = await guessExport(path, desk.pilot.read, { kind: 'activities', columns: {}, format });
    expect(guess.header).toEqual(['order_id', 'email', 'created_at', 'total']);
    expect(guess.mapping.columns).toMatchObject({ email: { to: 'identity', key: 'email' }, created_at: { to: 'at' } });
    expect(guess.mapping.format).toMatchObject(format);
  });
});
