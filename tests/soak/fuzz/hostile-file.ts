import { gzipSync } from 'node:zlib';
import { hostileJson } from './hostile-json.ts';
import { hostileParquet } from './hostile-parquet.ts';
import { baseTables, spoiltTable } from './hostile-table.ts';
import { damaged, hostileBytes, hostileText, noise } from './hostile-text.ts';
import { hostileWorkbook } from './hostile-workbook.ts';
import { Random } from './random.ts';

/** A file made to do harm. `random` goes on choosing where making it stopped. */
export type HostileFile = { readonly name: string; readonly bytes: Buffer; readonly random: Random };

/** Makes hostile file `n` of a seed: the same file every time. */
export function hostileFiles(seed: number): (n: number) => HostileFile {
  const tables = baseTables(seed);
  return (n) => {
    const random = new Random((Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b)) | 0);
    const table = spoiltTable(random.oneOf(tables), random);
    const { ending, bytes } = written();
    const packed = random.happens(6) ? gzipSync(bytes, { level: 1 }) : bytes;
    const isParquet = ending === 'parquet' && packed === bytes;
    const final = random.happens(12) && !isParquet ? damaged(packed, random) : packed;
    return { name: `hostile-${n}.${ending}${packed === bytes ? '' : '.gz'}`, bytes: final, random };

    function written(): { readonly ending: string; readonly bytes: Buffer } {
      const kind = random.below(100);
      if (kind < 60) return { ending: 'csv', bytes: hostileBytes(hostileText(table, random), random) };
      if (kind < 73) return { ending: 'jsonl', bytes: Buffer.from(hostileJson(table, random)) };
      if (kind < 86) return { ending: 'xlsx', bytes: hostileWorkbook(table, random) };
      if (kind < 96) return { ending: 'parquet', bytes: hostileParquet(table, random) };
      if (kind < 98) return { ending: 'csv', bytes: noise(random.oneOf([1, 20, 4000]), random) };
      return { ending: 'csv', bytes: bomb(random) };
    }
  };
}

/** What is small on the disk and large when unpacked, or begins like what it is not. */
function bomb(random: Random): Buffer {
  switch (random.below(4)) {
    case 0:
      return gzipSync(Buffer.alloc(80 << 20, 'a,'), { level: 1 });
    case 1:
      return gzipSync(gzipSync(Buffer.alloc(20 << 20)), { level: 1 });
    case 2:
      return Buffer.concat([gzipSync('email,total\na@example.org,1\n'), gzipSync('b@example.org,2\n')]);
    default:
      return Buffer.concat([
        Buffer.from(random.oneOf(['PK\u0003\u0004', 'PK\u0005\u0006', 'PAR1', '\u001f\u008b', '%PDF']), 'latin1'),
        noise(random.below(2000), random),
      ]);
  }
}
