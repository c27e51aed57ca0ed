import { parquetWriteBuffer } from 'hyparquet-writer';
import type { HostileTable } from './hostile-table.ts';
import { noise } from './hostile-text.ts';
import type { Random } from './random.ts';

const MOST_COLUMNS = 40;

/**
 * A table as Parquet, often cut off or with a footer that lies about its length or is no footer. Pages are left whole:
 * the reader believes what a page says of its length, and a broken one can keep it busy for longer than a file may take.
 */
export function hostileParquet({ header, rows }: HostileTable, random: Random): Buffer {
  const names = [...new Set(header)].slice(0, MOST_COLUMNS);
  const columnData = names.map((name, i) => {
    const data = rows.map((row) => row[i] ?? '');
    return random.happens(15)
      ? { name, data: data.map((text) => oddNumber(text, random)), type: 'DOUBLE' as const }
      : { name, data, type: 'STRING' as const };
  });
  const bytes = Buffer.from(parquetWriteBuffer({ columnData }));
  const length = bytes.readUInt32LE(bytes.length - 8);
  const footer = bytes.length - 8 - length;
  switch (random.below(4)) {
    case 0:
      bytes.writeUInt32LE(random.oneOf([0, 1, length - 1, length + 1, bytes.length, 0xffffffff]), bytes.length - 8);
      return bytes;
    case 1:
      noise(length, random).copy(bytes, footer);
      return bytes;
    case 2:
      return bytes.subarray(0, random.below(bytes.length));
    default:
      return bytes;
  }
}

function oddNumber(text: string, random: Random): number {
  return random.happens(30) ? random.oneOf([1e308, -0, NaN, Infinity, 2 ** 53 + 2, 5e-324]) : text.length;
}
