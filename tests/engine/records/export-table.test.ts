import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportableTables, exportTable } from '#engine/records/export-table.ts';
import { Desk } from '../import/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const lines = (path: string) => readFileSync(path, 'utf8').trim().split('\r\n');

describe('a table of records as CSV', () => {
  it('has its columns by name, times in ISO 8601, and nothing a spreadsheet would run', async () => {
    await desk.import(
      'orders.csv',
      'email,order_id,created_at,total,note\na@x.org,=1+1,2026-03-01T10:00:00Z,-12.50,"@SUM(1,1)\nline"\nb@x.org,A2,2026-03-02,5,\n',
    );
    const path = join(desk.folder, 'activities.csv');
    expect(exportTable(desk.pilot.read, 'activities', path)).toBe(2);
    const text = readFileSync(path, 'utf8');
    expect(
      text.startsWith('\ufeffcustomer,kind,at,day_only,amount,currency,reference,properties,source,line\r\n'),
    ).toBe(true);
    expect(text).toContain(`,order,2026-03-01T10:00:00Z,0,-12.5,,'=1+1,"{""note"":""@SUM(1,1)\\nline""}",s1,2\r\n`);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it('can be had of every table, empty ones too', async () => {
    await desk.import('nps.csv', 'Email,Score,Answered At\na@x.org,9,2026-03-01\n,3,2026-03-01\n');
    const rows = exportableTables.map((table) => {
      const path = join(desk.folder, `${table}.csv`);
      const n = exportTable(desk.pilot.read, table, path);
      expect(lines(path)).toHaveLength(n + 1);
      return [table, n];
    });
    expect(Object.fromEntries(rows)).toEqual({
      customers: 1,
      identities: 1,
      activities: 0,
      traits: 0,
      feedback: 1,
      arms: 0,
      assignments: 0,
      sources: 1,
      quarantine: 1,
    });
    expect(lines(join(desk.folder, 'customers.csv'))[1]).toBe('1,1');
  });

  it('is refused by name where there is none, and leaves nothing where the folder is missing', () => {
    expect(() => exportTable(desk.pilot.read, 'sqlite_master', 'x.csv')).toThrow(
      'There is no table "sqlite_master" to export; there are customers, identities, activities,',
    );
    expect(() => exportTable(desk.pilot.read, 'traits', join(desk.folder, 'no/where.csv'))).toThrow(
      /could not be written/,
    );
  });
});
