import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from './app.ts';

let folder: string;
let launched: LaunchedApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-report-'));
  launched = await launchApp();
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the next save dialog answers. */
async function willSaveAs(name: string): Promise<void> {
  await launched.app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    join(folder, name),
  );
}

/** Chooses this file as the report to be checked. */
async function check(name: string): Promise<void> {
  await launched.app.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    },
    join(folder, name),
  );
  await launched.page.getByRole('button', { name: 'Choose a web page or JSON…' }).click();
}

test('a lead arranges the report, signs it, takes a change back, sends every face, finds a tampered one, and starts the next pilot', async () => {
  const { page, complaints } = launched;
  await willSaveAs('shop.pilot');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await page.getByText('shop.pilot', { exact: true }).waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: /^Seal/ }).first().click();
  await page.getByRole('checkbox', { name: /seal it all the same/ }).check();
  await page.getByRole('dialog').getByRole('button', { name: /^Seal/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+5');
  const look = page.getByRole('button', { name: /Look at the lift/ });
  await look.first().click();
  await page.getByText('Can we trust it?').waitFor({ timeout: 60_000 });

  await page.keyboard.press('Control+6');
  await page.getByRole('switch', { name: 'Words used here: in the report' }).press('Space');
  await page.getByText('1 section is left out, which the report says at its end.').waitFor();
  await page.getByRole('button', { name: 'Add a note to What was agreed' }).click();
  await page.getByRole('textbox', { name: 'Note to What was agreed' }).fill('Agreed in May.');
  await page
    .getByRole('switch', { name: /^Leave out: / })
    .first()
    .press('Space');
  await page.getByRole('button', { name: 'Sign off: Project lead' }).click();
  await page.getByRole('button', { name: 'Take back: Project lead' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Sign off: Project lead' }).waitFor();

  await willSaveAs('report.html');
  await page.getByRole('button', { name: /^Web page/ }).click();
  await page.getByText('report.html').first().waitFor({ timeout: 60_000 });
  const html = readFileSync(join(folder, 'report.html'), 'utf8');
  const all = ['Left out by the lead: “Words used here”.', 'Agreed in May.', 'Left out by the lead: 1.'];
  for (const told of all) expect(html.includes(told)).toBe(true);
  expect(html.match(/not signed off yet/g)).toHaveLength(3);

  for (const [face, ending] of [
    ['PDF', 'pdf'],
    ['Slides', 'pptx'],
    ['Workbook', 'xlsx'],
    ['JSON', 'json'],
  ] as const) {
    await willSaveAs(`report.${ending}`);
    await page.getByRole('button', { name: `${face}…`, exact: true }).click();
    await page.getByText(`report.${ending}`).first().waitFor({ timeout: 60_000 });
    expect(statSync(join(folder, `report.${ending}`)).size).toBeGreaterThan(10_000);
  }

  await check('report.html');
  await page.getByText('says the same: every figure and word follows from the pilot.').waitFor();
  const answer = /[\d.]+ more recovered customers in every 100/.exec(html)?.[0] ?? '';
  writeFileSync(join(folder, 'tampered.html'), html.replaceAll(answer, `1${answer}`));
  await check('tampered.html');
  await page.getByText(/tampered\.html\s+differs in/).waitFor();
  await page.getByRole('button', { name: 'Show each' }).click();
  await page.getByRole('dialog').getByText(`1${answer}`).first().waitFor();
  await page.keyboard.press('Escape');

  await willSaveAs('next.pilot');
  await page.getByRole('button', { name: /^Start the next pilot/ }).click();
  await page.getByText('next.pilot', { exact: true }).waitFor({ timeout: 60_000 });
  expect(complaints).toEqual([]);
});
