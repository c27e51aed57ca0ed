import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bridge } from '#shared/api/bridge.ts';
import type { PlanState } from '#shared/plan/plan.ts';
import { type LaunchedApp, launchApp } from './app.ts';

declare const pilotlight: Bridge;

let folder: string;
let launched: LaunchedApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-plan-form-'));
  launched = await launchApp();
  await launched.app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    join(folder, 'shop.pilot'),
  );
  await launched.page.getByRole('button', { name: 'Try the sample shop' }).click();
  await launched.page.getByText('shop.pilot', { exact: true }).waitFor({ timeout: 60_000 });
  await launched.page.keyboard.press('Control+3');
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The plan as the file holds it. */
async function kept(): Promise<PlanState> {
  const found = await launched.page.evaluate(() => pilotlight.call('plan.get', {}));
  if (!found.ok) throw new Error(found.failure.sentence);
  return found.value;
}

const field = (name: string | RegExp) => launched.page.getByRole('textbox', { name });

async function choose(label: string, option: string, within: Locator = launched.page.locator('main')): Promise<void> {
  await within.getByRole('combobox', { name: label }).click();
  await launched.page.getByRole('option', { name: option }).click();
}

async function tag(label: string, value: string): Promise<void> {
  const input = launched.page.getByRole('combobox', { name: label });
  await input.fill(value);
  await input.press('Enter');
}

/** Everything a plan of imported arms may say, set in the form; what each is, is read back from the file. */
async function writeAll(): Promise<void> {
  const { page } = launched;
  await choose('What drew the arms', 'Something else: a region, a date, a choice');
  await page.getByRole('combobox', { name: 'Customers who share this trait share their arm' }).fill('country');
  await page.getByRole('button', { name: 'Keep out: contacted lately' }).click();
  await choose('The lift is looked at', 'On planned dates');
  await page.getByRole('button', { name: 'Another look' }).click();
  await field('Look 1').fill('2026-09-20');
  await tag('For whom it may differ', 'country');
  await field('Is at least').fill('7');
  await field('Decided on').fill('2026-10-20');
  await field('Look 2').fill('2026-10-20');
  const primary = page.getByRole('region', { name: 'Recovered customers' });
  await primary.getByRole('textbox', { name: 'At least so often' }).fill('2');
  await page
    .getByRole('region', { name: 'Left the mailing list' })
    .getByRole('textbox', { name: 'Margin' })
    .fill('1.5');
  await page
    .getByRole('region', { name: 'Revenue per customer' })
    .getByRole('textbox', { name: 'Cap at percentile' })
    .fill('95');
  await page.getByRole('button', { name: 'Another metric' }).click();
  const basket = page.getByRole('region', { name: 'metric-1', exact: true });
  await choose('What is counted', 'Ratio of two totals', basket);
  await page.getByRole('button', { name: 'Another metric' }).click();
  const score = page.getByRole('region', { name: 'metric-2', exact: true });
  await choose('What is counted', 'Net promoter score', score);
  await score.getByRole('combobox', { name: 'Which question' }).fill('nps');
}

test('everything a plan may say is set, taken back and read again in the form, and amended after the seal', async () => {
  const { page, complaints } = launched;
  await page.getByRole('combobox', { name: 'What drew the arms' }).waitFor();
  const before = await kept();
  await writeAll();

  // Each step back takes one change back; forward again, nothing is lost.
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await undo.click();
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await page.getByRole('button', { name: 'Save the plan' }).waitFor({ state: 'detached' });

  const { plan } = await kept();
  expect(plan.allocation).toMatchObject({ drawn: 'otherwise', cluster: { trait: 'country' } });
  expect(plan.population).toMatchObject({ exclude: [{ reason: 'contacted lately' }] });
  expect(plan.analysis).toMatchObject({
    peeking: 'planned',
    looks: ['2026-09-20', '2026-10-20'],
    segments: ['country'],
  });
  expect(plan.decision).toEqual({
    scaleIf: { metric: 'recovered', relativeLiftAtLeast: 0.07 },
    decideBy: '2026-10-20',
  });
  const [recovered, revenue, unsubscribed, basket, score] = plan.metrics;
  expect(recovered?.of).toEqual({ activity: 'order', atLeast: 2 });
  expect(revenue?.cap).toMatchObject({ percentile: 95 });
  expect(unsubscribed?.margin).toBeCloseTo(0.015, 12);
  expect(basket).toMatchObject({
    kind: 'ratio',
    of: { activity: 'order', field: 'amount' },
    per: { activity: 'order' },
  });
  expect(score).toMatchObject({ kind: 'nps', of: { score: 'nps' } });

  // All of it can be taken away again, field by field.
  await choose('What drew the arms', 'Chance, as in a split test');
  await choose('The lift is looked at', 'At any time');
  await page.getByRole('combobox', { name: 'Customers who share this trait share their arm' }).fill('');
  await page.getByRole('combobox', { name: 'For whom it may differ' }).press('Backspace');
  await page
    .getByRole('region', { name: 'Recovered customers' })
    .getByRole('textbox', { name: 'At least so often' })
    .fill('');
  for (const id of ['metric-2', 'metric-1']) {
    await page.getByRole('button', { name: `Remove the metric ${id}`, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await page.getByRole('button', { name: 'Save the plan' }).waitFor({ state: 'detached' });
  const bare = (await kept()).plan;
  expect(bare.allocation).toEqual(before.plan.allocation);
  expect(bare.analysis.looks).toBeUndefined();
  expect(bare.analysis.segments).toBeUndefined();
  expect(bare.metrics.map(({ id }) => id)).toEqual(before.plan.metrics.map(({ id }) => id));

  // Arms drawn here have a seed, strata and a holdout; step by step back, the imported ones are there again.
  await page.getByText('Assigned here, by lot').click();
  await field('Seed').fill('7');
  await field('Hold out, %').fill('10');
  await tag('Strata', 'country');
  expect(await field('Hold out, %').inputValue()).toBe('10');
  for (let step = 0; step < 4; step++) await undo.click();
  await page.getByRole('combobox', { name: 'What drew the arms' }).waitFor();
  await undo.waitFor({ state: 'detached' });

  // Sealed, and everything amended in one go, with its reason; the sealed plan stays beside it.
  await page.getByRole('button', { name: /^Seal/ }).first().click();
  await page.getByRole('checkbox', { name: /seal it all the same/ }).check();
  await page.getByRole('dialog').getByRole('button', { name: /^Seal/ }).click();
  await page.getByRole('heading', { level: 1, name: /has been sealed/ }).waitFor();
  await page.getByRole('button', { name: 'Amend…' }).click();
  await page.getByRole('combobox', { name: 'What drew the arms' }).waitFor();
  await choose('What drew the arms', 'Something else: a region, a date, a choice');
  await page.getByRole('combobox', { name: 'Customers who share this trait share their arm' }).fill('country');
  await choose('The lift is looked at', 'On planned dates');
  await tag('For whom it may differ', 'country');
  await page.getByRole('region', { name: 'Left the mailing list' }).getByRole('textbox', { name: 'Margin' }).fill('2');
  await page.getByRole('button', { name: 'Amend the plan…' }).click();
  await field(/Why is the plan changed/).fill('The regions were chosen by hand, as it turns out.');
  await page.getByRole('dialog').getByRole('button', { name: 'Amend the plan' }).click();
  await page.getByText('The regions were chosen by hand, as it turns out.').waitFor();
  await page.getByText('Something other than chance drew them', { exact: false }).first().waitFor();
  await page.getByText('For whom it may differ: country.').waitFor();
  const amended = await kept();
  expect(amended.amendments).toHaveLength(1);
  expect(amended.plan.allocation).toMatchObject({ drawn: 'otherwise', cluster: { trait: 'country' } });
  expect(amended.plan.analysis).toMatchObject({ peeking: 'planned', looks: ['2026-10-20'], segments: ['country'] });
  expect(complaints).toEqual([]);
});
