import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importExport } from '#engine/import/index.ts';
import { pilotRecords } from '#engine/lift/pilot-records.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { metricStatements } from '#engine/plan/sql/statements.ts';
import { writeSample } from '#engine/sample/write-sample.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { Interval, MetricResult } from '#shared/lift/lift-result.ts';
import type { MetricRecipe } from '#shared/plan/metric-statement.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { runCalc } from '#shared/stats/calc/run.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';

const asOf = Date.parse('2026-09-20T12:00:00Z');
const { plan } = knownTemplate('abandoned-cart');
const amount = { activity: 'order', field: 'amount' };
const of = (id: string, changed: Partial<Metric>): Metric => ({
  id,
  role: 'secondary',
  kind: 'conversion',
  of: { activity: 'order' },
  windowDays: 7,
  better: 'higher',
  ...changed,
});
const metrics: Metric[] = [
  of('share', { role: 'primary' }),
  of('carts', { kind: 'count', of: { activity: 'cart' }, windowDays: 7 }),
  of('money', { kind: 'sum', of: amount, cap: { percentile: 99, amount: 60 } }),
  of('basket', { kind: 'ratio', of: amount, per: { activity: 'order' }, windowDays: 7 }),
  of('nps', { kind: 'nps', of: { score: 'nps' }, windowDays: undefined }),
  of('left', { role: 'guardrail', of: { activity: 'order' }, better: 'lower', margin: 0.05 }),
];
const covariates: Plan['analysis']['covariates'] = [
  { id: 'before', kind: 'count', of: { activity: 'order' }, daysBefore: 365 },
  { id: 'spent', kind: 'sum', of: amount, daysBefore: 90 },
  'visits',
  'seen',
  'region',
];
const drawn = (allocation: Plan['allocation'], analysis: Partial<Plan['analysis']> = {}): Plan => ({
  ...plan,
  allocation,
  metrics,
  analysis: { level: 0.95, sides: 2, peeking: 'none', ...analysis },
  decision: { scaleIf: { metric: 'share', relativeLiftAtLeast: 0.1 }, decideBy: '2026-09-20' },
});
const hash: Plan['allocation'] = { method: 'hash', seed: 1 };
const strata: Plan['allocation'] = { method: 'stratified', seed: 1, strata: ['channel'] };
const plans: [string, Plan, MetricRecipe['headline']][] = [
  ['plain', drawn(hash), 'raw'],
  ['one-sided', drawn(hash, { sides: 1, level: 0.9 }), 'raw'],
  ['seen at a planned look', drawn(hash, { peeking: 'planned', looks: ['2026-09-15', '2026-10-01'] }), 'raw'],
  ['adjusted by covariates', drawn(hash, { covariates }), 'adjusted'],
  ['post-stratified', drawn(strata), 'adjusted'],
  ['adjusted and post-stratified', drawn(strata, { covariates }), 'adjusted'],
  ['by cluster', drawn({ ...hash, cluster: { trait: 'region' } }), 'cluster'],
];

describe('the recipe printed for a figure', () => {
  let scratch: string;
  let pilot: PilotFile;

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'pilotlight-recipe-'));
    pilot = await newPilot(join(scratch, 'shop.pilot'), knownTemplate('abandoned-cart'), 'Shop', asOf);
    const request = { customers: 2000, seed: 3, story: 'win' as const, follow: null };
    const { files } = await writeSample(join(scratch, 'exports'), request, () => {});
    for (const file of files.filter((name) => name.endsWith('.csv'))) {
      await importExport(pilot, file, { mapping: null, preset: null, as: null });
    }
    await pilot.change('arms and traits', (db) => {
      const trait = (key: string, value: string, where: string) =>
        db.run(
          `INSERT INTO trait (customer, key, source, line, identity, value) SELECT id, '${key}', 1, id, id, ${value} FROM customer WHERE ${where}`,
        );
      trait('visits', 'id % 7 + id % 3', 'id % 11 > 0');
      trait('seen', 'id % 5', 'id % 11 > 0');
      trait('region', "iif(id % 4 = 0, 40 + id % 30, 'north ' || (id % 26))", 'id % 13 > 0');
      db.run(
        "INSERT INTO assignment (identity, customer, arm, stratum, at, batch) SELECT id, id, iif(id % 26 % 2 = 0, 'control', 'reminder'), 'channel ' || (id % 97 % 5), ?, 1 FROM customer",
        [Date.parse('2026-09-01')],
      );
    });
  });

  afterAll(async () => {
    await pilot.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const answer = (method: string, input: unknown) => {
    const found = runCalc(method, input);
    if (found.kind === 'error') throw new Error(`${method}: ${found.reason}`);
    return found.output;
  };
  const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 9));
  const interval = ({ estimate, lower, upper }: Interval) => ({
    estimate: near(estimate),
    lower: near(lower),
    upper: near(upper),
  });

  it.each(plans)('gives the figures again, run on the file: %s', (_, asked, headline) => {
    const words = {
      text: catalogueOf('en').lift,
      format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }),
    };
    const rest = { sha256: 'seal', amendments: 0, asOf, looks: 1, currency: null, fingerprint: '' };
    const { metrics: results } = computeLift({ plan: asked, ...rest, ...words }, pilotRecords(pilot.read));
    const statements = metricStatements(asked, pilot.read, asOf);
    const used = results.map((result) => {
      const recipes = statements.find(({ metric }) => metric === result.id)?.recipes ?? [];
      const recipe = recipeOf(recipes, result);
      if (recipe === undefined) throw new Error(`no recipe of ${result.id}`);
      const [row] = pilot.read.all<Record<string, string>>(recipe.sql);
      const input: unknown = JSON.parse(Object.values(row ?? {})[0] ?? '');
      const [absolute, relative = absolute] = recipe.methods.map((method) => answer(method, input));
      expect(result.absolute.lower ?? result.absolute.upper, result.id).not.toBeNull();
      expect(absolute, result.id).toMatchObject({ ...interval(result.absolute), p: near(result.p) });
      const lift = recipe.methods[1] === 'mean-ratio' ? relative : relative?.relative;
      expect(lift, result.id).toMatchObject(interval(result.relative));
      return recipe.headline;
    });
    expect(used).toContain(headline);
  });

  it('compares customers with what was known of them: the cases above are not about nobody', () => {
    const [first] = metricStatements(drawn(hash, { covariates }), pilot.read, asOf);
    const [row] = pilot.read.all<Record<string, string>>(first?.recipes[0]?.sql ?? '');
    const { control } = JSON.parse(Object.values(row ?? {})[0] ?? '{}');
    expect(control.y.length).toBeGreaterThan(200);
    expect(control.x.length).toBeGreaterThan(10);
    expect(new Set(control.x[5])).toEqual(new Set([0, 1]));
  });
});

function recipeOf(recipes: readonly MetricRecipe[], result: MetricResult): MetricRecipe | undefined {
  const raw = result.unadjusted === null && recipes.length > 1;
  return recipes.find(({ headline }) => (raw ? headline === 'raw' : true));
}
