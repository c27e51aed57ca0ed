import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCalc } from '#shared/stats/calc/run.ts';

interface Reference {
  readonly source: string;
  readonly method: string;
  readonly input: unknown;
  readonly expect: Readonly<Record<string, number | string | boolean | null | readonly number[]>>;
}

// Each file lies beside the script that made it.
const FILES = [
  { file: 'references-base.json', made: 'R 4.2.2, package stats', digits: 1e-8 },
  { file: 'references-more.json', made: 'R 4.2.2 and clubSandwich', digits: 1e-8 },
  { file: 'references-more-py.json', made: 'statsmodels, mpmath, scipy', digits: 1e-8 },
  { file: 'references-segments.json', made: 'R 4, package stats', digits: 1e-8 },
  { file: 'references-random.json', made: 'R 4.2.2, package stats, on random inputs', digits: 1e-8 },
  { file: 'references-designs.json', made: 'numpy matrices and mpmath, coded anew', digits: 1e-9 },
  { file: 'references-exact.json', made: 'brute force in 85-digit arithmetic', digits: 1e-9 },
] as const;

for (const { file, made, digits } of FILES) {
  const path = new URL(`../../fixtures/stats/${file}`, import.meta.url);
  const references: readonly Reference[] = JSON.parse(readFileSync(path, 'utf8'));
  const methods = [...new Set(references.map((reference) => reference.method))];
  describe.each(methods)(`calc %s agrees with ${made}`, (method) => {
    const cases = references.filter((reference) => reference.method === method);
    test.each(cases.map((reference, i) => [`${reference.source}, case ${i + 1}`, reference] as const))(
      '%s',
      (_, reference) => {
        const result = runCalc(reference.method, reference.input);
        if (result.kind === 'error') expect.fail(`${result.reason} for ${JSON.stringify(reference.input)}`);
        for (const [field, wanted] of Object.entries(reference.expect)) {
          const found = field
            .split('.')
            .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], result.output);
          agree(found, wanted, digits, `${field} of ${JSON.stringify(reference.input)}`);
        }
      },
    );
  });
}

function agree(found: unknown, wanted: unknown, digits: number, where: string): void {
  if (Array.isArray(wanted) && Array.isArray(found)) {
    expect(found.length, where).toBe(wanted.length);
    for (const [i, one] of wanted.entries()) agree(found[i], one, digits, where);
    return;
  }
  if (typeof wanted !== 'number' || typeof found !== 'number') {
    expect(found, where).toEqual(wanted);
    return;
  }
  // A p-value is right relative to itself, however small; other figures may carry one rounding error of 1.
  const slack = /\bp\b of/i.test(where.slice(0, 20)) ? 0 : 1e-14;
  const off = Math.abs(found - wanted);
  expect(off <= Math.max(slack, digits * Math.abs(wanted)), `${where}: found ${found}, wanted ${wanted}`).toBe(true);
}
