import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from './app.ts';

let folder: string;
let launched: LaunchedApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-data-'));
  launched = await launchApp();
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A person at the keyboard sees each step before the next. */
async function chooseByKeys(page: Page, keys: readonly string[], choice: Locator): Promise<void> {
  await choice.focus();
  for (const key of keys) {
    await page.keyboard.press(key);
    const state = key === 'Enter' ? 'false' : key.startsWith('Arrow') ? 'true' : null;
    if (state !== null)
      await page.waitForFunction(
        ([id, is]) => document.getElementById(id!)?.ariaExpanded === is,
        [await choice.getAttribute('id'), state],
      );
  }
}

test('a row that did not get in is mended on screen, cell by cell, and becomes a record', async () => {
  const { app, page, complaints } = launched;
  const pilot = join(folder, 'a.pilot');
  const orders = join(folder, 'orders.csv');
  const good = Array.from({ length: 30 }, (_, i) => `${i + 1},p${i}@x.org,2026-03-${10 + (i % 20)},${5 + i}\n`);
  writeFileSync(orders, `order_id,email,created_at,total\n${good.join('')}31,z@x.org,someday,7\n`);
  await app.evaluate(
    ({ dialog }, { filePath, filePaths }) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    },
    { filePath: pilot, filePaths: [orders] },
  );
  await page.getByRole('button', { name: /^Abandoned cart/ }).click();
  await page.getByLabel('Name of the pilot').fill('Carts');
  await page.getByRole('button', { name: /Choose where it lies/ }).click();
  await page.getByText('a.pilot', { exact: true }).waitFor();
  await page.keyboard.press('Control+2');
  await page
    .getByRole('button', { name: /Choose files/ })
    .first()
    .click();
  const becomes = page.locator('input').and(page.getByLabel('total becomes', { exact: true }));
  expect(await becomes.inputValue()).toBe('Amount');
  await chooseByKeys(page, ['Tab', 'Shift+Tab', 'ArrowDown', 'ArrowDown', 'Enter'], becomes);
  expect(await becomes.inputValue()).toBe('Quantity · times the amount');
  await chooseByKeys(page, ['ArrowDown', 'ArrowUp', 'Enter'], becomes);
  expect(await becomes.inputValue()).toBe('Amount');
  await page.getByRole('button', { name: 'Import 30 rows' }).click();
  await page.getByRole('heading', { name: '1 row did not get in' }).waitFor();

  await page.getByRole('button', { name: /is not a date that exists/ }).click();
  await page.getByRole('button', { name: 'The day comes first' }).click();
  await page.getByText('could still not be read').waitFor();
  await page.getByRole('button', { name: 'Mend line 32' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('created_at').fill('2026-03-02');
  await dialog.getByRole('button', { name: 'Try this row again' }).click();
  await page.getByRole('heading', { name: /did not get in/ }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name: '1 source tells of 31 customers.' }).waitFor();
  expect(complaints).toEqual([]);
});
