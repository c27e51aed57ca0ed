import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importExport } from '#engine/import/index.ts';
import { pilotRecords } from '#engine/lift/pilot-records.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { readPlan } from '#engine/plan/plan-row.ts';
import { sealPlan } from '#engine/plan/plan-work.ts';
import { powerOf } from '#engine/plan/power.ts';
import { previewPlan } from '#engine/plan/preview.ts';
import { rehearse } from '#engine/rehearse/rehearse.ts';
import { rehearsedReport } from '#engine/rehearse/rehearsed-report.ts';
import { writeSample } from '#engine/sample/write-sample.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';

const now = Date.parse('2026-11-01');

describe('a pilot with the sample shop in it', () => {
  let scratch: string;
  let pilot: PilotFile;

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'pilotlight-rehearse-'));
    pilot = await newPilot(join(scratch, 'shop.pilot'), knownTemplate('abandoned-cart'), 'Shop', now);
    const request = { customers: 6000, seed: 3, story: 'win' as const, follow: null };
    const { files } = await writeSample(join(scratch, 'exports'), request, () => {});
    for (const file of files.filter((name) => name.endsWith('.csv'))) {
      await importExport(pilot, file, { mapping: null, preset: null, as: null });
    }
  });

  afterAll(async () => {
    await pilot.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('says before it starts that it is too small for its own threshold', () => {
    const found = powerOf(readPlan(pilot.read).plan, pilotRecords(pilot.read), 'USD', now);
    expect(found).toMatchObject({ kind: 'known', metric: 'recovered', sees: false, basedOn: { source: 'control' } });
    expect(found.sentence).toMatch(/too small to see its own success threshold/);
  });

  it('shows a few of the customers it takes, without a name or an address', () => {
    const { plan } = readPlan(pilot.read);
    const preview = previewPlan(plan, pilot.read, pilotRecords(pilot.read), now, { all: 0, heldOut: 0 });
    expect(preview.examples).toHaveLength(5);
    expect(new Set(preview.examples.map(({ customer }) => customer)).size).toBe(5);
    for (const { number, from } of preview.examples) {
      expect(number ?? '').not.toMatch(/@/);
      expect(from).toMatch(/^2026-/);
    }
  });

  it('is rehearsed without logging a look, and says both outcomes', async () => {
    const asked = { plan: readPlan(pilot.read).plan, lift: 1, runs: 100, currency: 'USD' };
    const told: number[] = [];
    const run = { progress: (done: number) => told.push(done), signal: new AbortController().signal };
    const found = await rehearse(asked, pilotRecords(pilot.read), now, run);
    if (found.kind === 'unknown') throw new Error(found.sentence);
    expect(found.falsePositiveRate).toBeLessThan(0.1);
    expect(found.power).toBeGreaterThan(0.9);
    expect(found.medianWeeks).toBeGreaterThan(1);
    expect(told.at(-1)).toBe(100);
    expect(pilot.read.get<{ n: number }>('SELECT count(*) AS n FROM look')?.n).toBe(0);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const asked = { plan: readPlan(pilot.read).plan, lift: null, runs: 10_000, currency: 'USD' };
    const run = { progress: () => controller.abort(new Error('stopped')), signal: controller.signal };
    await expect(rehearse(asked, pilotRecords(pilot.read), now, run)).rejects.toThrow('stopped');
  });

  it.each(['works', 'nothing'] as const)('writes the report beforehand, as if it ends so: %s', async (outcome) => {
    const { plan } = readPlan(pilot.read);
    const run = { progress: () => {}, signal: new AbortController().signal };
    const { model } = await rehearsedReport(pilot.read, plan, outcome, now, run);
    expect(model.title).toMatch(/^Rehearsal, made-up outcome: /);
    expect(model.pageOne.banners[0]?.title).toBe('Rehearsal, made-up outcome');
    const { flow, metrics } = model.evidence.lift;
    const [recovered] = metrics;
    expect(flow.analysed.reminder).toBeGreaterThan(100);
    if (outcome === 'works') expect(recovered?.absolute.lower).toBeGreaterThan(0);
    else expect(model.verdict).not.toBe('scale');
    expect(model.verdict).not.toBe('invalid');
    expect(pilot.read.get<{ n: number }>('SELECT count(*) AS n FROM look')?.n).toBe(0);
  });

  it('seals the N its always-valid interval is tuned to', async () => {
    await sealPlan(pilot, now);
    const { plan } = readPlan(pilot.read);
    const found = powerOf(plan, pilotRecords(pilot.read), 'USD', now);
    expect(plan.analysis.expectedN).toBe(found.kind === 'known' ? found.atDecision.n : null);
  });
});
