import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import { outcomeColumn } from '#shared/lift/outcome.ts';
import type { RecordsReader } from '#shared/lift/records-reader.ts';
import { unitTable } from '#shared/lift/unit-table.ts';
import { bootstrap } from '#shared/stats/bootstrap.ts';
import { liftOf, lookAtLift } from '../../electron/engine/lift/look.ts';
import { readLastLook } from '../../electron/engine/lift/look-row.ts';
import { pilotRecords } from '../../electron/engine/lift/pilot-records.ts';
import { knownTemplate, newPilot } from '../../electron/engine/pilot/create.ts';
import { openPilot } from '../../electron/engine/store/open.ts';
import { duckDb } from './duckdb.ts';
import { benchPlan, fillPilot } from './lift-pilot.ts';

const CUSTOMERS = 1_000_000;
const AS_OF = Date.UTC(2026, 9, 1);
const RUNS = 5;
const CORES = 2;
const RESAMPLES = 2000;

/**
 * The lift on 1,000,000 customers, 8 metrics, 3 arms, 2 covariates, 10 segments: the first ever of a pilot file just
 * opened, which reads its records into columns, then from those columns, as a ratio to the bare aggregates by DuckDB on
 * the same records; a bootstrap of one metric on all of them; the last look read back, which the screen opens with.
 */
export async function benchLift(customers = CUSTOMERS): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-bench-'));
  try {
    const path = join(folder, 'bench.pilot');
    const filled = await newPilot(path, knownTemplate('abandoned-cart'), '', Date.now());
    await fillPilot(filled, customers);
    await filled.close();
    const opened = await timed(() => openPilot(path));
    const file = opened.result;
    await file.whenChecked;
    const first = await timed(() => liftOf(file.read, AS_OF, 1));
    const records = pilotRecords(file.read);
    const peer = await duckDb(records, CORES);
    const lifts: Timed[] = [];
    const peers: Timed[] = [];
    for (let run = 0; run < RUNS; run++) {
      const lift = await timed(() => liftOf(file.read, AS_OF, 1));
      const counted = await timed(() => peer.aggregate());
      compare(lift.result, counted.result);
      lifts.push(lift);
      peers.push(counted);
    }
    peer.close();
    const ratio = (of: 'ms' | 'cpu') =>
      median(lifts.map((lift, run) => lift[of] / (peers[run]?.[of] ?? Number.NaN))).toFixed(2);
    const both = (runs: readonly Timed[]) =>
      `${median(runs.map(({ ms }) => ms)).toFixed(0)} ms (${median(runs.map(({ cpu }) => cpu)).toFixed(0)} ms of processor)`;
    say(`lift, ${customers.toLocaleString('en')} customers, 8 metrics, 3 arms, 2 covariates, 10 segments:`);
    say(
      `  file of ${(statSync(path).size / 1e6).toFixed(0)} MB opened in ${opened.ms.toFixed(0)} ms, first look ${both([first])}`,
    );
    say(`  from its columns then ${both(lifts)}`);
    say(`  the same aggregates by DuckDB on ${CORES} threads ${both(peers)}`);
    say(`  ratio ${ratio('ms')}, of processor time ${ratio('cpu')}`);
    const { ms, n } = await benchBootstrap(records);
    say(`bootstrap of revenue, ${RESAMPLES} resamples of ${n.toLocaleString('en')} customers: ${ms.toFixed(0)} ms`);
    await lookAtLift(file, AS_OF, AS_OF);
    const last = await timed(() => readLastLook(file.read));
    say(`last look read back, which the screen opens with: ${last.ms.toFixed(0)} ms`);
    await file.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The revenue of everybody in a treatment against control's, resampled on one core. */
async function benchBootstrap(records: RecordsReader): Promise<{ ms: number; n: number }> {
  const units = unitTable(benchPlan, records, AS_OF);
  const revenue = benchPlan.metrics[1];
  if (revenue === undefined) throw new Error('The plan has no revenue.');
  const { value } = outcomeColumn(revenue, units, records, AS_OF);
  const control = value.filter((_, row) => units.arm[row] === 0);
  const treatment = value.filter((_, row) => (units.arm[row] ?? -1) > 0);
  const { ms, result } = await timed(() => bootstrap({ control, treatment, resamples: RESAMPLES }));
  if (result.kind === 'error') throw new Error(result.reason);
  return { ms, n: control.length + treatment.length };
}

/** A peer that counts something else would be no peer. */
function compare(lift: LiftResult, converted: Record<string, number>): void {
  for (const metric of lift.metrics.filter(({ id }) => id === 'recovered')) {
    for (const { id, x } of metric.arms) {
      if (x !== converted[id]) throw new Error(`DuckDB counts ${converted[id]} conversions in ${id}, the lift ${x}.`);
    }
  }
}

type Timed = { readonly ms: number; readonly cpu: number };

/** How long it took, and how long processors worked on it: on a busy machine the two lie apart. */
async function timed<Result>(work: () => Result | Promise<Result>): Promise<Timed & { result: Result }> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpu: (user + system) / 1000, result };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
