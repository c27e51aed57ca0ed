import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importExport } from '#engine/import/index.ts';
import { lookAtLift } from '#engine/lift/look.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { sealPlan, setPlan } from '#engine/plan/plan-work.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import { hillstromPlan } from '../../fixtures/hillstrom/plan.ts';

type Reference = {
  metric: string;
  arm: string;
  control: { n: number; x?: number; mean?: number; sd?: number };
  treatment: { n: number; x?: number; mean?: number; sd?: number };
  p: number;
  absolute: [number, number];
  relative: [number, number];
};

const folder = resolve('../shared/data/hillstrom');
const data = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.csv')) : undefined;
const arms: Record<string, string> = { 'Mens E-Mail': 'mens', 'Womens E-Mail': 'womens' };
/** Made by references.R beside it: R 4.2.2, prop.test(correct = FALSE), t.test, and score intervals by definition. */
const references = JSON.parse(readFileSync('tests/fixtures/hillstrom/references.json', 'utf8')) as Reference[];

if (data === undefined) process.stdout.write('skipped: no real data here\n');

describe.skipIf(data === undefined)("Hillstrom's e-mail test, imported as its publisher wrote it", () => {
  let scratch: string;
  let pilot: PilotFile;
  let lift: LiftResult;

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'pilotlight-hillstrom-'));
    pilot = await newPilot(join(scratch, 'hillstrom.pilot'), knownTemplate('abandoned-cart'), 'Hillstrom', Date.now());
    const imported = await importExport(pilot, join(folder, data ?? ''), { mapping: null, preset: null, as: null });
    expect(imported).toMatchObject({
      rowsRead: 64_000,
      kept: 64_000,
      duplicates: 0,
      quarantined: 0,
      customersNew: 64_000,
    });
    await setPlan(pilot, hillstromPlan, Date.now());
    await sealPlan(pilot, Date.now());
    lift = await lookAtLift(pilot, Date.parse('2008-04-01'), Date.now());
  });

  afterAll(async () => {
    await pilot.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('gives the published rates: 10.62 % without e-mail, 18.28 % men’s, 15.14 % women’s', () => {
    const visits = lift.metrics.filter((metric) => metric.id === 'visit').flatMap((metric) => metric.arms);
    const percent = new Map(visits.map((arm) => [arm.id, ((arm.mean ?? 0) * 100).toFixed(2)]));
    expect(Object.fromEntries(percent)).toEqual({ control: '10.62', mens: '18.28', womens: '15.14' });
    expect(lift.flow.assigned).toEqual({ control: 21_306, mens: 21_307, womens: 21_387 });
    expect(lift.checks.find((check) => check.id === 'srm')?.p).toBeCloseTo(0.9037, 4);
  });

  it.each(references)('agrees with R on $metric of $arm to 6 digits', (reference) => {
    const found = lift.metrics.find((m) => m.id === reference.metric && m.treatment === arms[reference.arm]);
    const [control, treatment] = found?.arms ?? [];
    expect([control?.n, treatment?.n]).toEqual([reference.control.n, reference.treatment.n]);
    const pairs: [number | null | undefined, number][] = [
      [found?.p, reference.p],
      [found?.absolute.lower, reference.absolute[0]],
      [found?.absolute.upper, reference.absolute[1]],
      [found?.relative.lower, reference.relative[0]],
      [found?.relative.upper, reference.relative[1]],
    ];
    if (reference.control.x !== undefined)
      expect([control?.x, treatment?.x]).toEqual([reference.control.x, reference.treatment.x]);
    else {
      pairs.push([control?.mean, reference.control.mean ?? 0], [treatment?.sd, reference.treatment.sd ?? 0]);
    }
    for (const [ours, theirs] of pairs) expect(Math.abs((ours ?? Number.NaN) / theirs - 1)).toBeLessThan(1e-6);
  });
});
