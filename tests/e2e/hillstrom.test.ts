import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Bridge } from '#shared/api/bridge.ts';
import { hillstromPlan } from '../fixtures/hillstrom/plan.ts';
import { launchApp } from './app.ts';

declare const pilotlight: Bridge;

const folder = resolve('../shared/data/hillstrom');
const data = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.csv')) : undefined;
if (data === undefined) process.stdout.write('skipped: no real data here\n');

test.skipIf(data === undefined)(
  "Hillstrom's file dropped into the window gives the published visit rates",
  async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'pilotlight-hillstrom-'));
    const { app, page, complaints, close } = await launchApp();
    try {
      await app.evaluate(
        ({ dialog }, { pilot, file }) => {
          dialog.showSaveDialog = async () => ({ canceled: false, filePath: pilot });
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
        },
        { pilot: join(scratch, 'hillstrom.pilot'), file: join(folder, data ?? '') },
      );
      await page.getByRole('button', { name: /^Abandoned cart/ }).click();
      await page.getByRole('button', { name: /Choose where it lies/ }).click();
      await page.getByText('hillstrom.pilot', { exact: true }).waitFor();
      await page.keyboard.press('Control+2');
      await page
        .getByRole('button', { name: /Choose files/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Import 64,000 rows' }).click();
      await page.getByRole('heading', { level: 1, name: /64,000 customers/ }).waitFor({ timeout: 60_000 });
      await page.evaluate(async (plan) => {
        await pilotlight.call('plan.set', { plan });
        await pilotlight.call('plan.seal', {});
      }, hillstromPlan);
      await page.keyboard.press('Control+5');
      await page
        .getByRole('button', { name: /Look at the lift/ })
        .first()
        .click();
      await page.getByText('Can we trust it?').waitFor();
      const screen = (await page.getByRole('main').innerText()).replaceAll('\u00a0', ' ');
      for (const rate of ['10.6 %', '18.3 %', '15.1 %']) expect(screen).toContain(rate);
      expect(complaints).toEqual([]);
    } finally {
      await close();
      rmSync(scratch, { recursive: true, force: true });
    }
  },
);
