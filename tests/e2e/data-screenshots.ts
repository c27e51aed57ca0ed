import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchApp } from './app.ts';
import { picturesOf } from './pictures.ts';
import { firstWeek, nextWeek } from './shop-weeks.ts';

/**
 * Walks the data step with a shop's exports of two weeks and takes a picture of each of its screens, light and dark:
 * `xvfb-run -a node tests/script.mjs tests/e2e/data-screenshots.ts FOLDER [EXPORT…]`. Exports named are shown as they
 * are recognised, and not imported.
 */
const [given = 'screenshots', ...exports] = process.argv.slice(2);
const out = resolve(given);
const folder = mkdtempSync(join(tmpdir(), 'pilotlight-pictures-'));
const { app, page, complaints, close } = await launchApp();
const picture = picturesOf(page, out);
try {
  await app.evaluate(
    ({ BrowserWindow, dialog }, file) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900);
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
    },
    join(folder, 'shop.pilot'),
  );
  await page.getByRole('button', { name: /^Abandoned cart/ }).click();
  await page.getByLabel('Name of the pilot').fill('Shop');
  await page.getByRole('button', { name: /Choose where it lies/ }).click();
  await page.getByText('shop.pilot', { exact: true }).waitFor();
  await page.keyboard.press('Control+2');
  await picture('drop');
  for (const [i, path] of exports.entries()) {
    await choose([resolve(path)]);
    await page.getByRole('button', { name: /^Import( [\d,.]+ rows)?$/ }).waitFor();
    await picture(`recognise-${i + 1}`);
    await page.getByRole('button', { name: 'Leave this file out' }).click();
  }

  await choose(put(firstWeek()));
  await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).waitFor();
  await picture('recognise');
  await page.getByRole('button', { name: 'Choose another preset' }).click();
  await page.getByText(/presets do not fit/).click();
  await picture('preset');
  await page.keyboard.press('Escape');
  while (await page.getByRole('button', { name: 'Leave this file out' }).isVisible()) {
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor({ state: 'detached' });
    if (await page.getByRole('button', { name: 'Leave this file out' }).isVisible()) {
      await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).waitFor();
      await picture(`map-${(await page.getByRole('heading', { level: 1 }).innerText()).split('.')[0]}`);
    }
  }
  await picture('sum');
  await choose(put(nextWeek()));
  await page.getByRole('button', { name: /^Import \d files?$/ }).waitFor();
  await picture('refresh');
  await page.getByRole('button', { name: /^Import \d files?$/ }).click();
  await page.getByText(/exports are in/).waitFor();
  await picture('refreshed');
  await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
  await page.getByRole('heading', { level: 1, name: /sources tell of/ }).waitFor();
  await page.getByRole('button', { name: 'Close this note' }).click();
  await picture('sources');
  await page.getByRole('button', { name: 'Look closer at orders_export_1.csv' }).click();
  await picture('closer');
  await page.getByRole('button', { name: 'Look closer at orders_export_1.csv' }).click();
  await page.getByRole('button', { name: /duplicates of orders_export_2.csv: look/ }).click();
  await page
    .getByRole('dialog')
    .getByText(/the same as/i)
    .first()
    .waitFor();
  await picture('duplicates');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take out orders_export_1.csv' }).click();
  await page.getByText(/^These go: /).waitFor();
  await picture('take-out');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Rates/ })
    .first()
    .scrollIntoViewIfNeeded();
  await picture('money');
  await page
    .getByRole('button', { name: /^Rates/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await picture('rates');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: /in two arms/ }).scrollIntoViewIfNeeded();
  await picture('two-arms');
  await page.getByRole('heading', { name: /did not get in/ }).scrollIntoViewIfNeeded();
  await page
    .getByRole('button', { name: /currency/ })
    .first()
    .click();
  await picture('quarantine');
  await page
    .getByRole('button', { name: /^See why/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /one person\?/ }).waitFor();
  await picture('customer');
} catch (error) {
  await page.screenshot({ path: join(out, 'stopped.png') });
  throw error;
} finally {
  for (const complaint of complaints) process.stdout.write(`complaint: ${complaint}\n`);
  await close();
  rmSync(folder, { recursive: true, force: true });
}

function put(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
}

async function choose(paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] });
  }, paths);
  await page
    .getByRole('button', { name: /Choose files/ })
    .first()
    .click();
}
