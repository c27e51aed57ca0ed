import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { importExport } from '#engine/import/index.ts';
import { createPilot } from '#engine/store/open.ts';

const CUSTOMERS = 300_000;
const RUNS = 3;

/** The wall time and memory of an import, beside what the sqlite3 shell takes for the same file in the same run. */
export type ImportFigures = {
  readonly rows: number;
  readonly megabytes: number;
  readonly seconds: number;
  readonly shellSeconds: number;
  readonly ratio: number;
  /** Peak of the process's resident memory, as a multiple of the file's size. */
  readonly memoryRatio: number;
};

/**
 * Writes a seeded orders CSV of about 70 MB a million rows and imports it into a fresh pilot on disk. Both clocks take
 * the best of three; the import's stops when records, identities and indexes are safe on disk.
 */
export async function benchImport(rows = 1_000_000): Promise<ImportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-bench-'));
  try {
    const path = join(folder, 'orders.csv');
    writeOrders(path, rows);
    let seconds = Number.POSITIVE_INFINITY;
    let shellSeconds = Number.POSITIVE_INFINITY;
    for (let run = 0; run < RUNS; run++) {
      shellSeconds = Math.min(shellSeconds, shellImport(path));
      seconds = Math.min(seconds, await pilotImport(path, join(folder, `${run}.pilot`), rows));
    }
    const bytes = statSync(path).size;
    return {
      rows,
      megabytes: bytes / 1e6,
      seconds,
      shellSeconds,
      ratio: seconds / shellSeconds,
      memoryRatio: (process.resourceUsage().maxRSS * 1024) / bytes,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pilotImport(path: string, pilotPath: string, rows: number): Promise<number> {
  const pilot = await createPilot(pilotPath, () => {});
  const start = performance.now();
  const result = await importExport(pilot, path, { mapping: null, preset: null, as: null });
  const seconds = (performance.now() - start) / 1000;
  if (result.kept !== rows) throw new Error(`Of ${rows} rows ${result.kept} were kept.`);
  await pilot.close();
  rmSync(pilotPath);
  return seconds;
}

function shellImport(path: string): number {
  const start = performance.now();
  execFileSync('sqlite3', [':memory:', `.import --csv ${path} orders`]);
  return (performance.now() - start) / 1000;
}

function writeOrders(path: string, rows: number): void {
  const draws = xoroshiro128plus(20_260_301);
  const draw = (below: number) => uniformInt(draws, 0, below - 1);
  const file = openSync(path, 'w');
  let text = 'order_id,customer_email,created_at,total,currency,channel\n';
  for (let i = 0; i < rows; i++) {
    const at = new Date(Date.UTC(2025, 0, 1) + draw(31_536_000) * 1000).toISOString();
    const total = (draw(20_000) / 100).toFixed(2);
    const email = `customer${100_000 + draw(CUSTOMERS)}@mail.example`;
    text += `#${1_000_000 + i},${email},${at.slice(0, 10)} ${at.slice(11, 19)},${total},EUR,${['web', 'app', 'shop'][draw(3)]}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

/** The figures as lines to print. */
export function importLines(figures: ImportFigures): string[] {
  const { rows, megabytes, seconds, shellSeconds, ratio, memoryRatio } = figures;
  return [
    `Import of ${rows.toLocaleString('en')} orders (${megabytes.toFixed(0)} MB, ${CUSTOMERS.toLocaleString('en')} customers): ` +
      `${seconds.toFixed(2)} s; sqlite3 .import into an untyped table: ${shellSeconds.toFixed(2)} s; ratio ${ratio.toFixed(2)}`,
    `Peak memory: ${memoryRatio.toFixed(1)} × the file (${cpus().length} cores)`,
  ];
}
