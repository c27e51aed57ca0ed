import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCounts } from '../count.mjs';

let folder: string;
let checkout: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-count-'));
  checkout = join(folder, 'checkout');
  mkdirSync(checkout);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Writes what a run of one test file reports. */
function report(source: string, statuses: readonly string[], fileStatus: string): string {
  const name = join(folder, 'some.test.ts');
  writeFileSync(name, source);
  const assertionResults = statuses.map((status) => ({ status, fullName: 'a behaviour' }));
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ testResults: [{ name, status: fileStatus, assertionResults }] }));
  return file;
}

test('what passed and failed is counted as it is', () => {
  const file = report('', ['passed', 'passed', 'failed'], 'failed');
  expect(readCounts(file, 1, checkout, { endToEnd: false })).toEqual({ passed: 2, failed: 1, skipped: 0 });
});

test('a skipped test counts as failed, unless it is on real data that are not here', () => {
  const plain = report('', ['skipped'], 'passed');
  expect(readCounts(plain, 0, checkout, { endToEnd: false })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  const onData = report("const data = '../shared/data';", ['skipped'], 'passed');
  expect(readCounts(onData, 0, checkout, { endToEnd: false })).toEqual({ passed: 0, failed: 0, skipped: 1 });
  expect(readCounts(onData, 0, checkout, { endToEnd: true })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  mkdirSync(join(folder, 'shared/data'), { recursive: true });
  expect(readCounts(onData, 0, checkout, { endToEnd: false })).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a file that does not load, a run that ends badly, and a run without a report are failures', () => {
  expect(readCounts(report('', [], 'failed'), 1, checkout, { endToEnd: false }).failed).toBe(1);
  expect(readCounts(report('', ['passed'], 'passed'), 1, checkout, { endToEnd: false }).failed).toBe(1);
  expect(readCounts(join(folder, 'none.json'), 1, checkout, { endToEnd: false }).failed).toBe(1);
});
