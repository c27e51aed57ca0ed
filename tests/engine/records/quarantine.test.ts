import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportQuarantine } from '#engine/records/quarantine.ts';
import { Desk, ORDERS } from '../import/desk.ts';

it('the quarantine as CSV holds each row as it was, and no cell that a spreadsheet would run', async () => {
  const desk = await Desk.make();
  const rows = [
    '=cmd|calc,a@x.org,never,1',
    '"+1, ""two""",,2026-01-01,1',
    '@x,null,2026-01-01,1',
    '-2,b@x.org,2026-01-01,x',
  ];
  await desk.import('orders.csv', `id,email,when,total\n${rows.join('\n')}\n`, ORDERS);
  const path = join(desk.folder, 'quarantine.csv');
  expect(await exportQuarantine(desk.pilot.read, 's1', path)).toBe(4);
  expect(readFileSync(path, 'utf8').split('\r\n')).toEqual([
    '\ufeffsource,line,reason,why,raw',
    's1,2,bad-date: when,"the cell in ""when"" is not a date that exists","\'=cmd|calc,a@x.org,never,1"',
    's1,3,no-key,no key that names a customer; role addresses and placeholders do not count,"""+1, """"two"""""",,2026-01-01,1"',
    's1,4,no-key,no key that names a customer; role addresses and placeholders do not count,"\'@x,null,2026-01-01,1"',
    's1,5,bad-number: total,"the cell in ""total"" is not a number","\'-2,b@x.org,2026-01-01,x"',
    '',
  ]);
  await expect(exportQuarantine(desk.pilot.read, 's9', path)).rejects.toThrow(
    'This pilot has no source "s9". The sources are s1.',
  );
  await expect(exportQuarantine(desk.pilot.read, null, join(desk.folder, 'none/q.csv'))).rejects.toThrow(
    /could not be written/,
  );
  await desk.pilot.close();
});
