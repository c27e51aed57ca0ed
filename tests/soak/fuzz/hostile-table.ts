import { sampleShop } from '#shared/template/sample/sample-shop.ts';
import { hostileCell, hostileHeader } from './hostile-words.ts';
import type { Random } from './random.ts';

/** A header and rows, before they are written in any format; rows may be ragged. */
export type HostileTable = { readonly header: string[]; readonly rows: string[][] };

const SMALL: HostileTable = {
  header: ['email', 'order_id', 'created_at', 'total', 'note'],
  rows: [
    ['ann@example.org', 'A1', '2026-03-01 10:22:05', '12.50', 'first, with a comma'],
    ['bob@example.org', 'A2', '2026-04-02', '1299', 'says "hello"'],
    ['ann@example.org', 'A1', '2026-03-01 10:22:05', '13.50', 'two\nlines'],
    ['cem@example.org', 'A3', '2026-04-13', '-3', ''],
  ],
};

/** The sample shop's own exports, a few customers each, and a small table with everything quoting is for. */
export function baseTables(seed: number): readonly HostileTable[] {
  const shop = sampleShop({ customers: 20, seed, story: 'win' });
  const rows = new Map<string, string[][]>(shop.files.map(({ name }) => [name, []]));
  for (const shopper of shop.lines()) {
    for (const { file, lines } of shopper) rows.get(file)!.push(...lines.map((line) => line.split(',')));
  }
  const exports = shop.files.map(({ name, headerLine }) => ({
    header: headerLine.split(','),
    rows: rows.get(name)!.slice(0, 25),
  }));
  return [...exports, SMALL, SMALL];
}

type Trick = (table: HostileTable, random: Random) => HostileTable;

const TRICKS: readonly Trick[] = [
  cellsSpoilt,
  cellsSpoilt,
  columnSpoilt,
  function headersSpoilt({ header, rows }, random) {
    return { header: header.map((name) => (random.happens(30) ? hostileHeader(random) : name)), rows };
  },
  function headersRepeated({ header, rows }, random) {
    const name = random.oneOf(header);
    return { header: header.map((each) => (random.happens(40) ? name : each)), rows };
  },
  function rowsRagged({ header, rows }, random) {
    const ragged = (row: readonly string[]) =>
      random.happens(50) ? row.slice(0, random.below(row.length + 1)) : [...row, hostileCell(random)];
    return { header, rows: rows.map((row) => (random.happens(30) ? ragged(row) : row)) };
  },
  function rowsRepeated({ header, rows }, random) {
    return { header, rows: rows.flatMap((row) => (random.happens(30) ? [row, row, [...row]] : [row])) };
  },
  function rowsEmptied({ header, rows }, random) {
    return { header, rows: rows.map((row) => (random.happens(20) ? row.map(() => random.oneOf(['', ' '])) : row)) };
  },
  function veryManyColumns({ header, rows }, random) {
    const more = random.oneOf([60, 1000, 1999, 2001, 6000]);
    const names = Array.from({ length: more }, (_, i) => (random.happens(1) ? hostileHeader(random) : `more ${i}`));
    return {
      header: [...header, ...names],
      rows: rows.slice(0, 6).map((row) => [...row, ...names.map((_, i) => String(i % 10))]),
    };
  },
  function hugeCell({ header, rows }, random) {
    const text = hostileCell(random).slice(0, 50) || 'x';
    const huge = text.repeat(Math.ceil(random.oneOf([70_000, 300_000, 1_100_000]) / text.length));
    return changed({ header, rows }, random.below(Math.max(1, rows.length)), random.below(header.length), huge);
  },
  function longHeader({ header, rows }, random) {
    return { header: [...header.slice(1), 'h'.repeat(random.oneOf([3000, 400_000, 1_200_000]))], rows };
  },
  function noHeader({ rows }) {
    return { header: rows[0] ?? [''], rows: rows.slice(1) };
  },
  function noRows({ header }) {
    return { header, rows: [] };
  },
  function oneColumn({ header, rows }, random) {
    const at = random.below(header.length);
    return { header: [header[at]!], rows: rows.map((row) => [row[at] ?? '']) };
  },
];

/** The table with up to four things done to it that exports should not do. */
export function spoiltTable(table: HostileTable, random: Random): HostileTable {
  let spoilt = table;
  for (let tricks = random.below(4); tricks > 0; tricks--) spoilt = random.oneOf(TRICKS)(spoilt, random);
  return spoilt.header.length === 0 ? { ...spoilt, header: [''] } : spoilt;
}

function cellsSpoilt({ header, rows }: HostileTable, random: Random): HostileTable {
  const often = random.oneOf([2, 10, 60]);
  return { header, rows: rows.map((row) => row.map((cell) => (random.happens(often) ? hostileCell(random) : cell))) };
}

function columnSpoilt({ header, rows }: HostileTable, random: Random): HostileTable {
  const at = random.below(header.length);
  const same = random.happens(50) ? hostileCell(random) : null;
  return { header, rows: rows.map((row) => row.map((cell, i) => (i === at ? (same ?? hostileCell(random)) : cell))) };
}

function changed({ header, rows }: HostileTable, line: number, column: number, cell: string): HostileTable {
  const put = (row: string[], i: number) => (i === line ? row.map((old, k) => (k === column ? cell : old)) : row);
  return { header, rows: rows.map(put) };
}
