import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { assign } from '#engine/assign/assign.ts';
import { importExport } from '#engine/import/index.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { sealPlan, setPlan } from '#engine/plan/plan-work.ts';
import { writeSample } from '#engine/sample/write-sample.ts';
import type { Plan } from '#shared/plan/plan.ts';

const now = Date.parse('2026-11-01');
let scratch: string;
let files: readonly string[];

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'pilotlight-order-'));
  const request = { customers: 500, seed: 3, story: 'win' as const, follow: null };
  files = (await writeSample(join(scratch, 'exports'), request, () => {})).files.filter((name) =>
    name.endsWith('.csv'),
  );
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function armsOf(name: string, order: readonly string[], allocation: Plan['allocation']) {
  const template = knownTemplate('abandoned-cart');
  const pilot = await newPilot(join(scratch, name), template, 'Shop', now);
  for (const file of order) await importExport(pilot, file, { mapping: null, preset: null, as: null });
  await setPlan(pilot, { ...template.plan, allocation }, now);
  await sealPlan(pilot, now);
  await assign(pilot, now);
  const rows = pilot.read.all<{ key: string; arm: string; customer: number }>(
    "SELECT i.kind || ':' || i.value AS key, a.arm, a.customer FROM assignment a JOIN identity i ON i.customer = a.customer WHERE i.kind = 'email' ORDER BY 1",
  );
  await pilot.close();
  return rows;
}

it.each<Plan['allocation']>([
  { method: 'stratified', seed: 42, strata: ['country'] },
  { method: 'hash', seed: 42 },
])('the same seed gives the same customers the same arms, whatever was imported first: %j', async (allocation) => {
  const one = await armsOf(`one-${allocation.method}.pilot`, files, allocation);
  const other = await armsOf(`other-${allocation.method}.pilot`, [...files].reverse(), allocation);
  expect(one.length).toBeGreaterThan(300);
  expect(other.map(({ key, arm }) => [key, arm])).toEqual(one.map(({ key, arm }) => [key, arm]));
  expect(other.map(({ customer }) => customer)).not.toEqual(one.map(({ customer }) => customer));
  expect(new Set(one.map(({ arm }) => arm)).size).toBe(2);
});
