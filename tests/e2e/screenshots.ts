import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchApp } from './app.ts';

/**
 * Walks the sample shop's pilot through all six steps and takes a picture of each screen, light and dark:
 * `xvfb-run -a node tests/script.mjs tests/e2e/screenshots.ts FOLDER`.
 */
const out = resolve(process.argv[2] ?? 'screenshots');
const [width, height] = [Number(process.argv[3] ?? 1440), Number(process.argv[4] ?? 900)];
mkdirSync(out, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'pilotlight-pictures-'));
const { app, page, complaints, close } = await launchApp();
try {
  await app.evaluate(
    ({ BrowserWindow, dialog }, { file, size }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
    },
    { file: join(folder, 'sample-shop.pilot'), size: { width, height } },
  );
  await picture('0-home');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await page.getByText('sample-shop.pilot', { exact: true }).waitFor({ timeout: 60_000 });
  await show('Charter');
  await picture('1-charter');
  await show('Data');
  await picture('2-data');
  await show('Plan');
  await picture('3-plan');
  await page.getByRole('button', { name: /^Seal/ }).first().click();
  await picture('3-plan-seal');
  await page.getByRole('checkbox', { name: /seal it all the same/ }).check();
  await page.getByRole('dialog').getByRole('button', { name: /^Seal/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await picture('3-plan-sealed');
  await show('Run');
  await picture('4-run');
  await show('Lift');
  await picture('5-lift-before');
  await page
    .getByRole('button', { name: /Look at the lift/ })
    .first()
    .click();
  await page.getByText('Can we trust it?').waitFor({ timeout: 60_000 });
  await picture('5-lift');
  await page.keyboard.press('m');
  await picture('5-lift-method');
  await page.keyboard.press('Escape');
  await show('Report');
  await page.waitForTimeout(1500);
  await picture('6-report');
} catch (error) {
  await page.screenshot({ path: join(out, 'stopped.png') });
  throw error;
} finally {
  for (const complaint of complaints) process.stdout.write(`complaint: ${complaint}\n`);
  await close();
  rmSync(folder, { recursive: true, force: true });
}

async function show(step: string): Promise<void> {
  const index = ['Charter', 'Data', 'Plan', 'Run', 'Lift', 'Report'].indexOf(step) + 1;
  await page.keyboard.press(`Control+${index}`);
  await page.waitForLoadState('networkidle');
}

async function picture(name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(out, `${name}-${theme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
