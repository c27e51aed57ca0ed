import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cells } from '#engine/import/cells.ts';
import { readDelimited } from '#engine/import/delimited-reader.ts';
import { plainMoment, plainNumber } from '#engine/import/plain-cell.ts';
import { PlainRows } from '#engine/import/plain-rows.ts';
import { RowHash } from '#engine/import/row-hash.ts';
import type { TextBytes } from '#engine/import/text-bytes.ts';
import { DateReader } from '#shared/records/cell/date.ts';
import { readNumber } from '#shared/records/cell/number.ts';
import { ZoneClock } from '#shared/records/cell/zone.ts';

/** A file in memory that comes in pieces of `size` bytes. */
function inPieces(bytes: Buffer, size: number): Pick<TextBytes, 'name' | 'pieces'> {
  return {
    name: 'a.csv',
    pieces: async function* () {
      for (let at = 0; at < bytes.length; at += size) {
        yield { bytes: bytes.subarray(at, at + size), upTo: Math.min(at + size, bytes.length) };
      }
    },
  };
}

type Row = {
  readonly cells: string[];
  readonly line: number;
  readonly fault: string | undefined;
  readonly raw: string;
};

async function rowsOf(bytes: Buffer, size: number): Promise<{ readonly rows: Row[]; readonly plain: number }> {
  const format = { encoding: 'utf-8', delimiter: ',', skipRows: 0, headerRows: 1 };
  const reader = await readDelimited(inPieces(bytes, size), format, () => {});
  const rows: Row[] = [];
  let plain = 0;
  for await (const { batch } of reader.batches()) {
    if (batch instanceof PlainRows) plain += batch.count;
    const { rows: texts, lines } = batch;
    for (const [i, cells] of texts.entries()) {
      rows.push({ cells, line: lines[i]!, fault: batch.faults.get(i), raw: batch.raw(i) });
    }
  }
  return { rows, plain };
}

const cell = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('', 'a', '12.50', 'größer', '€', ' x ', '2026-03-01', "'01") },
  { weight: 3, arbitrary: fc.constantFrom('"quoted"', '""', '"with, comma"', '"ü" ', '"a" ') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '"two\nlines"',
      '"said ""no"""',
      'inch 5"',
      '"open',
      '\u0000',
      '\r',
      '"x"y',
      '\ufeff',
      '"\u0000"',
    ),
  },
);
const file = fc
  .array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\n', '\r\n')), {
    maxLength: 40,
  })
  .map((rows) => rows.map(([cells, end]) => cells.join(',') + end).join(''));

describe('A delimited file read in pieces as bytes', () => {
  it('gives the rows, lines, faults and raw texts that it gives as one text', async () => {
    let plainRows = 0;
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 60 }), fc.boolean(), async (text, size, ends) => {
        const bytes = Buffer.from(`a,b\n${ends ? text : text.slice(0, -1)}`);
        const { rows, plain } = await rowsOf(bytes, size);
        plainRows += plain;
        expect(rows).toEqual((await rowsOf(bytes, bytes.length)).rows);
      }),
      { numRuns: 400 },
    );
    expect(plainRows).toBeGreaterThan(300);
  });

  it('does so with bytes that are no letters', async () => {
    const anyBytes = fc.array(fc.constantFrom(0x61, 0x2c, 0x0a, 0x22, 0xc3, 0xbc, 0xff, 0xe2), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.integer({ min: 1, max: 9 }), async (body, size) => {
        const bytes = Buffer.from([0x61, 0x2c, 0x62, 0x0a, ...body]);
        expect((await rowsOf(bytes, size)).rows).toEqual((await rowsOf(bytes, bytes.length)).rows);
      }),
      { numRuns: 300 },
    );
  });
});

const bytesOf = (text: string) => Buffer.from(`x${text}x`);
const digits = fc.string({ unit: fc.constantFrom(...'0123456789.-'), maxLength: 17 });

describe('A cell read from its bytes', () => {
  it('is the number that its text is, or left to the text', () => {
    fc.assert(
      fc.property(digits, (text) => {
        const number = plainNumber(bytesOf(text), 1, 1 + Buffer.byteLength(text));
        if (!Number.isNaN(number)) expect(number).toBe(readNumber(text, '.'));
      }),
      { numRuns: 3000 },
    );
    expect(plainNumber(bytesOf('12.345678901234'), 1, 16)).toBe(12.345678901234);
  });

  it('is the moment that its text is, or left to the text', () => {
    const part = (max: number, length: number) => fc.integer({ min: 0, max }).map((n) => `${n}`.padStart(length, '0'));
    const day = fc.tuple(fc.integer({ min: 1890, max: 2210 }).map(String), part(14, 2), part(33, 2));
    const clock = fc.tuple(part(25, 2), part(61, 2), part(61, 2)).map((parts) => parts.join(':'));
    fc.assert(
      fc.property(day, fc.option(clock), fc.constantFrom(' ', 'T'), (date, time, between) => {
        const text = date.join('-') + (time === null ? '' : between + time);
        const read = new DateReader('ymd', new ZoneClock('UTC')).read(text);
        expect(plainMoment(bytesOf(text), 1, 1 + text.length)).toBe(read);
      }),
      { numRuns: 3000 },
    );
  });

  it('hashes to what it did when cells were text, so that rows of older pilots are known again', () => {
    const hash = new RowHash();
    hash.ofCells(Cells.of(['#1001', 'größer', '', '12.50']), [0, 1, 2, 3]);
    expect([hash.high, hash.low]).toEqual([514952722, 2018462917]);
  });
});
