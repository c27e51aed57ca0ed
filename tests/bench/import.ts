import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Once, StopAt } from './import-once.ts';
import { CUSTOMERS, writeOrders } from './orders-file.ts';

const RUNS = 3;
const MILLION = 1_000_000;

/**
 * A million orders into a fresh pilot on disk, beside the sqlite3 shell's import of the same file into an untyped table
 * in memory, in turn; ours in a process of its own each time. Every figure is the median of three.
 *
 * On two cores (2026-11-27): 1.79 s beside the shell's 1.18 s (ratio 1.53; 1.42 and 1.47 in other runs), peak memory
 * 5.8 to 5.9 × the file, a pilot of 137 MB. Ten million rows (718 MB): 6.6 times as long, 16.1 s beside the shell's
 * 15.3 s (ratio 1.05), peak memory 2.7 × the file.
 *
 * @param large also with ten times the rows, once
 */
export async function benchImport(size: 'usual' | 'large', print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-bench-'));
  try {
    const path = join(folder, 'orders.csv');
    writeOrders(path, MILLION);
    const pilot = join(folder, 'orders.pilot');
    const runs = Array.from({ length: RUNS }, () => sideBySide(path, pilot));
    const seconds = median(runs.map(({ ours }) => ours.seconds));
    const bytes = statSync(path).size;
    print(
      `Import of ${MILLION.toLocaleString('en')} orders (${mb(bytes)}, up to ${CUSTOMERS.toLocaleString('en')} customers, ${cpus().length} cores):`,
    );
    printRuns(runs, bytes, print);
    const opened = childOnce<{ seconds: number; checked: number }>(['open', pilot]);
    print(
      `  opening the pilot of ${mb(statSync(pilot).size)}: ${opened.seconds.toFixed(2)} s to the figures of the first screen; checked whole after ${opened.checked.toFixed(2)} s`,
    );
    for (const at of [0.1, 0.9, 'writing'] satisfies StopAt[]) {
      const { seconds: stopped } = childOnce<{ seconds: number }>([
        'cancel',
        path,
        join(folder, `${at}.pilot`),
        `${at}`,
      ]);
      const when = at === 'writing' ? 'while pages are written' : `after ${at * 100} % of the file`;
      print(`  stopped ${when}: ended without a trace after ${(stopped * 1000).toFixed(0)} ms`);
    }
    if (size === 'usual') return;
    writeOrders(path, MILLION * 10);
    rmSync(pilot);
    const ten = sideBySide(path, pilot);
    print(`Ten times the rows: ${(ten.ours.seconds / seconds).toFixed(1)} times as long`);
    printRuns([ten], statSync(path).size, print);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Run = { readonly ours: Once; readonly shell: { readonly seconds: number; readonly cpuSeconds: number } };

function sideBySide(path: string, pilot: string): Run {
  const shell = shellImport(path);
  rmSync(pilot, { force: true });
  return { shell, ours: childOnce<Once>(['import', path, pilot]) };
}

function printRuns(runs: readonly Run[], bytes: number, print: (line: string) => void): void {
  const of = (figure: (run: Run) => number) => median(runs.map(figure)).toFixed(2);
  print(
    `  wall ${of(({ ours }) => ours.seconds)} s, sqlite3 .import ${of(({ shell }) => shell.seconds)} s: ratio ${of(({ ours, shell }) => ours.seconds / shell.seconds)}`,
  );
  print(
    `  processor ${of(({ ours }) => ours.cpuSeconds)} s, sqlite3 .import ${of(({ shell }) => shell.cpuSeconds)} s: ratio ${of(({ ours, shell }) => ours.cpuSeconds / shell.cpuSeconds)}`,
  );
  print(`  peak memory ${of(({ ours }) => ours.peak / bytes)} × the file`);
}

/** The shell's own time, without starting it; `time` is the only way to what a single child process used. */
function shellImport(path: string): Run['shell'] {
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%R %U %S"; time sqlite3 :memory: ".import --csv $0 orders"', path],
    { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  );
  if (status !== 0) throw new Error(stderr);
  const [seconds, user, system] = stderr.trim().split(/\s+/).map(Number);
  return { seconds: seconds!, cpuSeconds: user! + system! };
}

/** Measures in a process of its own, which runs this same bundle. */
function childOnce<T>(what: readonly string[]): T {
  const script = fileURLToPath(import.meta.url);
  const { stdout, status } = spawnSync(process.execPath, [script, 'once', ...what], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`Measuring ${what[0]} failed; the lines above say why.`);
  return JSON.parse(stdout) as T;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
