import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { assign } from '#engine/assign/assign.ts';
import { countHoldoutWaiting, countWaiting } from '#engine/assign/draw-arms.ts';
import { writeLists } from '#engine/contact/lists.ts';
import { runStatus } from '#engine/contact/run-status.ts';
import { importExport } from '#engine/import/index.ts';
import { lookAtLift } from '#engine/lift/look.ts';
import { pilotRecords } from '#engine/lift/pilot-records.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { readPlan } from '#engine/plan/plan-row.ts';
import { sealPlan, setPlan } from '#engine/plan/plan-work.ts';
import { decisiveMetric } from '#engine/plan/power.ts';
import { previewPlan } from '#engine/plan/preview.ts';
import { metricStatements } from '#engine/plan/sql/statements.ts';
import { writeSample } from '#engine/sample/write-sample.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { past } from '#shared/rehearse/past.ts';

const now = Date.parse('2026-11-01');
const SHARE = 0.2;
const template = knownTemplate('abandoned-cart');
const withHoldout = (method: 'stratified' | 'hash', holdout: number | undefined): Plan => ({
  ...template.plan,
  allocation: { method, seed: 42, holdout },
});
let scratch: string;
let one: PilotFile;
let other: PilotFile;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'pilotlight-holdout-'));
  const request = { customers: 700, seed: 3, story: 'win' as const, follow: null };
  const { files } = await writeSample(join(scratch, 'exports'), request, () => {});
  const exports = files.filter((name) => name.endsWith('.csv'));
  one = await pilotWith('one.pilot', exports, withHoldout('stratified', SHARE));
  other = await pilotWith('other.pilot', exports.toReversed(), withHoldout('hash', SHARE));
});

afterAll(async () => {
  await one.close();
  await other.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function pilotWith(name: string, order: readonly string[], plan: Plan): Promise<PilotFile> {
  const pilot = await newPilot(join(scratch, name), template, 'Shop', now);
  for (const file of order) await importExport(pilot, file, { mapping: null, preset: null, as: null });
  await setPlan(pilot, plan, now);
  return pilot;
}

const heldOutIn = (pilot: PilotFile) =>
  pilot.read
    .all<{ value: string }>(
      "SELECT value FROM identity WHERE kind = 'email' AND customer IN (SELECT customer FROM assignment WHERE arm = '(holdout)') ORDER BY value",
    )
    .map(({ value }) => value);

it('is foretold by the preview and left out of what power counts on, though it speaks for the baseline', () => {
  const { plan } = readPlan(one.read);
  const waiting = { all: countWaiting(one.read, plan, now), heldOut: countHoldoutWaiting(one.read, plan, now) };
  const preview = previewPlan(plan, one.read, pilotRecords(one.read), now, waiting);
  expect(preview.eligible).toBe(waiting.all - waiting.heldOut);
  expect(preview.notEligible).toContainEqual({ reason: 'held out of everything', n: waiting.heldOut });
  const historyOf = (asked: Plan) => {
    const found = past(asked, decisiveMetric(asked), pilotRecords(one.read), now);
    return found.kind === 'computed' ? found.history : expect.fail(found.reason);
  };
  const [half, whole] = [historyOf(withHoldout('hash', 0.5)), historyOf(withHoldout('hash', undefined))];
  expect(half.arrivalsPerWeek).toBeCloseTo(whole.arrivalsPerWeek / 2, 9);
  expect(half.n).toBe(whole.n);
});

it('is the same customers on another machine that imports in another order and draws in another way', async () => {
  const foretold = countHoldoutWaiting(one.read, readPlan(one.read).plan, now);
  for (const pilot of [one, other]) {
    await sealPlan(pilot, now);
    const { eligible, heldOut, srm } = await assign(pilot, now);
    expect(heldOut).toBe(foretold);
    expect(Math.abs(heldOut / eligible - SHARE)).toBeLessThan(4 * Math.sqrt((SHARE * (1 - SHARE)) / eligible));
    expect(srm.p).toBeGreaterThan(0.001);
  }
  expect(heldOutIn(one).length).toBeGreaterThan(50);
  expect(heldOutIn(other)).toEqual(heldOutIn(one));
});

it('is counted for itself in status and flow, listed only as not to be contacted, and never analysed', async () => {
  const pilot = one;
  const { plan } = readPlan(pilot.read);
  const drawn = await assign(pilot, now);
  const reason = { reason: 'held out of everything', n: drawn.heldOut };
  expect(runStatus(pilot.read, 0, now)).toMatchObject({ heldOut: drawn.heldOut, eligible: drawn.eligible });

  const folder = join(scratch, 'lists');
  const lists = await writeLists(pilot, folder, now);
  const number = new Map(
    pilot.read
      .all<{ arm: string; value: string }>(
        "SELECT a.arm, i.value FROM assignment a JOIN identity i ON i.customer = a.customer AND i.kind LIKE 'number:%'",
      )
      .map(({ arm, value }) => [value, arm]),
  );
  const emails = heldOutIn(pilot);
  for (const { file, arm } of lists) {
    const text = readFileSync(file, 'utf8');
    const rows = text.split(/\r?\n/).slice(1, -1);
    const out = rows.filter((row) => number.get((row.split(',')[0] ?? '').replaceAll('"', '')) === '(holdout)');
    expect(out).toHaveLength(arm === 'control' ? drawn.heldOut : 0);
    expect(emails.filter((email) => text.includes(email))).toEqual([]);
  }
  expect(lists[0]?.customers).toBe((drawn.assigned.control ?? 0) + drawn.heldOut);
  expect(lists[0]?.purpose).toContain('held out of everything are among them');

  const lift = await lookAtLift(pilot, now, now);
  expect(lift.flow.excluded).toContainEqual(reason);
  expect(lift.flow.assigned).toEqual(drawn.assigned);
  expect(lift.flow.eligible).toBe(drawn.eligible);
  for (const metric of lift.metrics) {
    for (const { id, n } of metric.arms) expect(n).toBeLessThanOrEqual(drawn.assigned[id] ?? 0);
  }
  expect(lift.checks.find(({ id }) => id === 'srm')?.severity).toBe('ok');
  const [statement] = metricStatements(plan, pilot.read, now);
  const counted = pilot.read.all<{ n: number }>(statement?.sql ?? '').reduce((sum, { n }) => sum + n, 0);
  expect(counted).toBe(Object.values(lift.flow.analysed).reduce((sum, n) => sum + n, 0));
});
