import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bridge } from '#shared/api/bridge.ts';
import type { ReportModel } from '#shared/report/model.ts';
import { type LaunchedApp, launchApp } from './app.ts';

declare const pilotlight: Bridge;

let folder: string;
let launched: LaunchedApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-pilot-'));
  launched = await launchApp();
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

async function willSaveAs(path: string): Promise<void> {
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

const peeks = ['2026-09-20T12:00:00Z', '2026-09-27T12:00:00Z', '2026-10-04T12:00:00Z'];
const why = 'The supplier of the mail tool asked for a later newsletter test.';

test('a pilot is planned, rehearsed, sealed, run, peeked at three times, amended once and concluded, and the report tells it', async () => {
  const { page, complaints } = launched;
  await willSaveAs(join(folder, 'shop.pilot'));
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await page.getByText('shop.pilot', { exact: true }).waitFor({ timeout: 60_000 });

  // Planned: recent buyers are kept out, and what is counted can be read as SQL.
  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: 'Keep out: contacted lately' }).click();
  const keptOut = page.getByRole('region', { name: 'contacted lately' });
  await keptOut.getByRole('combobox', { name: 'Activity' }).fill('order');
  await keptOut.getByRole('textbox', { name: 'Reason' }).fill('bought lately');
  await page.getByText('kept out: bought lately').waitFor();
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await page.getByRole('button', { name: 'Save the plan' }).waitFor({ state: 'detached' });
  await page.getByText('Formula and SQL').first().click();
  await page.getByText('-- kept out: bought lately').waitFor();

  // Rehearsed: false alarms, power, and the report as it would look.
  await page.getByRole('button', { name: 'Rehearse on history' }).click();
  await page.getByText(/If it does nothing/).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'See the report if it works' }).click();
  const frame = page.frameLocator('iframe');
  await frame.getByText('Rehearsal, made-up outcome').first().waitFor({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  // Sealed.
  await page.getByRole('button', { name: /^Seal/ }).first().click();
  await page.getByRole('checkbox', { name: /seal it all the same/ }).check();
  await page.getByRole('dialog').getByRole('button', { name: /^Seal/ }).click();
  await page.getByRole('heading', { level: 1, name: /has been sealed/ }).waitFor();

  // Peeked at three times, on days the test chooses, since it cannot wait for weeks.
  const early = await page.evaluate(async (days) => {
    const verdicts: (string | null)[] = [];
    for (const asOf of days) {
      const found = await pilotlight.call('lift.look', { asOf });
      verdicts.push(found.ok ? found.value.verdict : found.failure.sentence);
    }
    return verdicts;
  }, peeks);
  expect(early).toHaveLength(3);

  // Run: the board tells how it stands by the last look, and takes none itself.
  await page.keyboard.press('Control+4');
  await page.getByRole('region', { name: 'Lift so far' }).getByText('4 October 2026', { exact: false }).waitFor();
  await page
    .getByRole('region', { name: /^Guardrail/ })
    .first()
    .waitFor();

  // Amended once, with its reason.
  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: 'Amend…' }).click();
  const windows = page.getByRole('textbox', { name: 'Within days' });
  await windows.last().fill('21');
  await page.getByRole('button', { name: 'Amend the plan…' }).click();
  await page.getByRole('textbox', { name: /Why is the plan changed/ }).fill(why);
  await page.getByRole('dialog').getByRole('button', { name: 'Amend the plan' }).click();
  await page.getByText(why).waitFor();

  // Concluded.
  await page.keyboard.press('Control+5');
  await page
    .getByRole('button', { name: /Look at the lift/ })
    .first()
    .click();
  await page.getByText('Look 4', { exact: true }).waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+6');
  const path = join(folder, 'report.json');
  await willSaveAs(path);
  await page.getByRole('button', { name: /^JSON/ }).click();
  await page.getByText('report.json').first().waitFor({ timeout: 60_000 });
  expect(complaints).toEqual([]);

  const report = JSON.parse(readFileSync(path, 'utf8')) as ReportModel;
  const { planState, lift } = report.evidence;
  expect(lift).toMatchObject({ decided: true, looks: 4, plan: { amendments: 1 } });
  expect(lift.flow.excluded.map(({ reason }) => reason)).toContain('kept out: bought lately');
  expect(planState.amendments.map((one) => one.why)).toEqual([why]);
  const plan = JSON.stringify(report.sections.find(({ id }) => id === 'plan'));
  expect(plan).toContain('bought lately');
  expect(plan).toContain(why);
  expect(plan).toContain(planState.amendments[0]?.sha256);
  const looks = report.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' && /look/i.test(block.table.caption) ? [block.table.rows.length] : []));
  expect(looks).toContain(4);
});
