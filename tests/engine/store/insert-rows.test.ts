import { expect } from 'vitest';
import { insertRows } from '#engine/store/insert-rows.ts';
import { it, newLedger } from '../../fixtures/store/fresh.ts';

it('inserts every row once, in order, whatever their number', async ({ path }) => {
  const file = await newLedger(path);
  for (const count of [0, 1, 49, 50, 51, 173]) {
    const inserted = await file.bulk('import', async (db) => {
      db.run('DELETE FROM edit');
      const edits = insertRows(db, 'INSERT INTO edit (n, kind, lines)', 3);
      for (let n = 1; n <= count; n++) edits.add([n, `edit ${n}`, n % 3]);
      return edits.flush();
    });
    expect(inserted).toBe(count);
    const rows = file.read.all<{ n: number; kind: string; lines: number }>('SELECT * FROM edit ORDER BY n');
    expect(rows).toEqual(
      Array.from({ length: count }, (_, i) => ({ n: i + 1, kind: `edit ${i + 1}`, lines: (i + 1) % 3 })),
    );
  }
  await file.close();
});

it('refuses a row of another width', async ({ path }) => {
  const file = await newLedger(path);
  const work = file.bulk('import', async (db) => insertRows(db, 'INSERT INTO edit (n, kind, lines)', 3).add([1, 'x']));
  await expect(work).rejects.toThrow('2 values for 3 columns');
  await file.close();
});
