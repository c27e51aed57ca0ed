import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyTable, ROOM } from '#engine/import/key-table.ts';
import { Texts } from '#engine/store/pages/texts.ts';

it('finds each value it was given and nothing else, as a map would', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 200 }), fc.string(), (values, other) => {
      const table = new KeyTable(new Texts(ROOM));
      for (const [i, value] of values.entries()) table.add(value, i + 1);
      expect(values.map((value) => table.find(value))).toEqual(values.map((_, i) => i + 1));
      expect(table.find(other)).toBe(values.indexOf(other) + 1);
    }),
  );
});

it('finds what was added before and after it was asked first', () => {
  for (const before of [0, 1, 1500, 3000]) {
    const table = new KeyTable(new Texts(ROOM));
    for (let i = 1; i <= before; i++) table.add(`customer${i}@mail.example`, i);
    expect(table.find('customer3000@mail.example')).toBe(before < 3000 ? 0 : 3000);
    for (let i = before + 1; i <= 3000; i++) table.add(`customer${i}@mail.example`, i);
    for (let i = 1; i <= 3000; i++) expect(table.find(`customer${i}@mail.example`)).toBe(i);
    expect([table.count, table.find('')]).toEqual([3000, 0]);
  }
});

it('keeps its values as it grows', () => {
  const table = new KeyTable(new Texts(ROOM));
  for (let i = 1; i <= 5000; i++) table.add(`customer${i}@mail.example`, i);
  for (let i = 1; i <= 5000; i++) expect(table.find(`customer${i}@mail.example`)).toBe(i);
  expect(table.find('customer5001@mail.example')).toBe(0);
});
