import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const passed = { passed: 1, failed: 0, skipped: 0 };
/** @type {Counts} */
export const failed = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {Counts[]} counts
 * @returns {Counts}
 */
export function sum(counts) {
  return counts.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }));
}

/**
 * Counts what a run of tests reports. A file that does not load is a failed test. Only tests on real data may be
 * skipped, and not where those data lie beside the checkout; any other skipped test counts as failed.
 * @param {string} file the run's report, as JSON
 * @param {number} status the run's exit status
 * @param {string} checkout
 * @param {{ endToEnd: boolean }} kind
 * @returns {Counts}
 */
export function readCounts(file, status, checkout, { endToEnd }) {
  if (!existsSync(file)) return failed;
  const dataAreHere = existsSync(resolve(checkout, '../shared/data'));
  /** @type {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, status: fileStatus, assertionResults } of report.testResults) {
    const maySkip = !endToEnd && !dataAreHere && isOnRealData(name);
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else if (maySkip) counts.skipped += 1;
      else {
        counts.failed += 1;
        process.stdout.write(`Skipped, and counted as failed: ${test.fullName}\n`);
      }
    }
    if (fileStatus === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed += 1;
  }
  if (status !== 0 && counts.failed === 0) counts.failed += 1;
  return counts;
}

/** @param {string} file a test file; those on real data name the folder the data lie in */
function isOnRealData(file) {
  return /shared\/data|real-data/.test(readFileSync(file, 'utf8'));
}
