import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DelimitedScanner, LONGEST_ROW, type RowBatch } from '#shared/records/delimited.ts';

function scan(pieces: readonly string[], delimiter = ',') {
  const scanner = new DelimitedScanner(delimiter, 1);
  const batches: RowBatch[] = [...pieces.map((piece) => scanner.push(piece)), scanner.end()];
  return {
    rows: batches.flatMap((batch) => batch.rows),
    lines: batches.flatMap((batch) => batch.lines),
    faults: batches.flatMap((batch) => [...batch.faults].map(([i, reason]) => [batch.lines[i], reason])),
    raw: batches.flatMap((batch) => batch.rows.map((_, i) => batch.raw(i))),
  };
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('delimited text', () => {
  it('gives rows with their lines and raw text, whichever line break ends them', () => {
    expect(scan(['a,b\r\n1,2\n\n3,"4"\r\n'])).toEqual({
      rows: [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
      lines: [1, 2, 4],
      faults: [],
      raw: ['a,b', '1,2', '3,"4"'],
    });
  });

  it('keeps line breaks, delimiters and doubled marks inside quotation marks', () => {
    expect(scan(['"a\n1","b,""c"""\nx,y\n'])).toMatchObject({
      rows: [
        ['a\n1', 'b,"c"'],
        ['x', 'y'],
      ],
      lines: [1, 3],
    });
  });

  it('keeps rows of any length apart from their neighbours', () => {
    expect(scan(['a,b,c\n1\n1,2,3,4\n,,\n']).rows).toEqual([
      ['a', 'b', 'c'],
      ['1'],
      ['1', '2', '3', '4'],
      ['', '', ''],
    ]);
  });

  it('takes a mark inside an unquoted cell as it stands', () => {
    expect(scan(['5" pipe,x\n']).rows).toEqual([['5" pipe', 'x']]);
  });

  it('goes on with the next line after a mark without its partner', () => {
    expect(scan(['a,b\n"broken,1\nc,d\ne,f'])).toMatchObject({
      rows: [['a', 'b'], [], ['c', 'd'], ['e', 'f']],
      faults: [[2, 'unbalanced-quote']],
      lines: [1, 2, 3, 4],
    });
    expect(scan(['"x"y,1\nc,d\n'])).toMatchObject({ rows: [[], ['c', 'd']], faults: [[1, 'unbalanced-quote']] });
  });

  it('sets a row of 3 million characters aside without holding it, and reads on', () => {
    const pieces = ['a,b\n', ...Array.from({ length: 30 }, () => 'x'.repeat(LONGEST_ROW / 10)), '\n1,2\n'];
    const { rows, faults, lines, raw } = scan(pieces);
    expect(rows).toEqual([['a', 'b'], [], ['1', '2']]);
    expect(lines).toEqual([1, 2, 3]);
    expect(faults).toEqual([[2, 'too-long']]);
    expect(raw[1]!.length).toBeLessThan(11_000);
  });

  it('takes no longer on a million hostile marks than on text', () => {
    // A search that starts anew at each mark would take many minutes, and the test's time would be over.
    const { rows } = scan([
      '"a,\n'.repeat(100_000),
      '",'.repeat(200_000),
      '"\n'.repeat(100_000),
      'a"",'.repeat(100_000),
    ]);
    expect(rows.length).toBeGreaterThan(100_000);
  });

  it('reads what was written, wherever the pieces are cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '\r\n', ';', '1'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(60), { maxLength: 4 }), fc.boolean(), (rows, cuts, always) => {
        const text = `${rows
          .map((row) => row.map((c) => (always || /[",\n\r]|^ /.test(c) || c === '' ? quoted(c) : c)).join(','))
          .join('\r\n')}\r\n`;
        const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((to, i) => text.slice(places[i], to));
        expect(scan(pieces).rows).toEqual(rows);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
