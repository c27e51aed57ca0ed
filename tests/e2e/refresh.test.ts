import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from './app.ts';
import { firstWeek, nextWeek } from './shop-weeks.ts';

let folder: string;
let launched: LaunchedApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-refresh-'));
  launched = await launchApp();
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Files dropped on the window reach the page by the same field as those picked in it. */
async function drop(files: Readonly<Record<string, string>>): Promise<void> {
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  await launched.page.locator('input[type=file]').first().setInputFiles(paths);
}

async function importNext(heading: RegExp): Promise<void> {
  const { page } = launched;
  const finding = page.getByRole('heading', { level: 1, name: heading });
  await finding.waitFor();
  await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
  await finding.waitFor({ state: 'detached' });
}

test("this week's files follow last week's: what changed is said, one click brings them in, nothing is lost on the way", async () => {
  const { app, page, complaints } = launched;
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    join(folder, 'shop.pilot'),
  );
  await page.getByRole('button', { name: /^Abandoned cart/ }).click();
  await page.getByLabel('Name of the pilot').fill('Two weeks');
  await page.getByRole('button', { name: /Choose where it lies/ }).click();
  await page.getByText('shop.pilot', { exact: true }).waitFor();
  await page.keyboard.press('Control+2');

  await drop(firstWeek());
  const shopify = page.getByRole('heading', {
    level: 1,
    name: 'orders_export_1.csv looks like a Shopify orders export.',
  });
  await shopify.waitFor();
  await page.getByRole('button', { name: 'Choose another preset' }).click();
  await page.getByRole('button', { name: /^None of these: the best guess/ }).click();
  await page.getByRole('heading', { level: 1, name: /orders_export_1\.csv is a table of 18 columns/ }).waitFor();
  await page.getByText('Chosen by you').waitFor();
  await page.getByRole('button', { name: 'Back to the suggestion' }).click();
  await shopify.waitFor();
  await importNext(/orders_export_1/);

  await page.getByRole('button', { name: '1 March 2026: the day comes first' }).click();
  await page.getByText(/^Which day is/).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Europe\/Berlin/ }).click();
  await page.getByText(/^In which time zone/).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Import 40 rows' }).click();
  await importNext(/sends_week_10/);
  await importNext(/tickets_week_10/);
  await page.getByRole('heading', { level: 1, name: /4 sources tell of/ }).waitFor();

  await drop(nextWeek());
  await page
    .getByRole('heading', { level: 1, name: '3 of 4 files are known; in 2 something is to be seen.' })
    .waitFor();
  await page.getByText('"Total" has moved: its median is 239; last time 62.').waitFor();
  await page.getByText('New since last time: "priority"; left out until you say what it is.').waitFor();
  await page.getByRole('button', { name: 'Import 3 files' }).click();
  await page.getByText('3 exports are in').waitFor();
  await page.getByRole('heading', { level: 1, name: /members\.csv/ }).waitFor();
  await page.getByRole('button', { name: 'Leave this file out' }).click();

  await page.getByRole('button', { name: '25 duplicates of orders_export_2.csv: look' }).click();
  await page.getByRole('dialog').getByText('line 129 of orders_export_1.csv (s1)').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take out orders_export_1.csv' }).click();
  await page.getByText('25 rows stay, because orders_export_2.csv holds them too.').waitFor();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Look closer at orders_export_2.csv' }).click();
  await page.getByRole('heading', { name: 'Gaps in time' }).waitFor();

  await page.getByText('Rows in quarantine wait for a rate: 3 in USD.').waitFor();
  await page.getByRole('button', { name: 'Rates…' }).click();
  await page.getByLabel('One USD in EUR').fill('0.92');
  await page.getByRole('button', { name: 'Keep, and try the rows again' }).click();
  await page.getByText('3 rows got in.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
  await page.getByText('1 USD = 0.92 EUR.').waitFor();

  await page.getByRole('heading', { name: '1 person stands in two arms' }).waitFor();
  await page.getByRole('button', { name: 'See why customer1@mail.example is one person' }).click();
  await page.getByRole('heading', { name: 'In two arms, so left out of the lift' }).waitFor();
  await page.getByRole('button', { name: /^Cut customer1@mail\.example from \+4915123006702/ }).click();
  await page.getByText(/They are two people now/).waitFor();
  await page.getByRole('heading', { name: 'In two arms, so left out of the lift' }).waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});
