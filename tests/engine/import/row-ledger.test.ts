import { expect, it } from 'vitest';
import { RowLedger } from '#engine/import/row-ledger.ts';

/** Pilots hold digests for years: four numbers of 32 bits a row, the least significant byte first. */
const bytes = (...numbers: number[]) => Buffer.from(Int32Array.from(numbers).buffer);

it('gives a source its digests as pilots hold them: key high and low, content, line', () => {
  const ledger = new RowLedger(2);
  ledger.add(11, -12, 13, 1, 2);
  ledger.addNumbered(0, 21, -22, 23, 1, 3);
  expect(Buffer.from(ledger.digestsOf(1))).toEqual(bytes(11, -12, 13, 2, 21, -22, 23, 3));
  ledger.add(31, -32, 33, 2, 4);
  expect(Buffer.from(ledger.digestsOf(1))).toEqual(bytes(11, -12, 13, 2, 21, -22, 23, 3));
  expect(Buffer.from(ledger.digestsOf(2))).toEqual(bytes(31, -32, 33, 4));
  expect(Buffer.from(ledger.digestsOfLines(1, new Set([3])))).toEqual(bytes(21, -22, 23, 3));
});

it('knows the rows again whose digests it is given, the later source before the earlier', () => {
  const ledger = new RowLedger(0);
  ledger.load(bytes(11, -12, 13, 2, 21, -22, 23, 3), 1);
  ledger.load(bytes(11, -12, 99, 7), 2);
  const entry = ledger.find(11, -12);
  expect([ledger.contentOf(entry), ledger.keptRow(entry)]).toEqual([99, { source: 2, line: 7 }]);
  expect(ledger.keptRow(ledger.find(21, -22))).toEqual({ source: 1, line: 3 });
  expect(ledger.find(21, 22)).toBe(-1);
});
