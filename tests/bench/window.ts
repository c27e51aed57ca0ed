import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launchApp } from '../e2e/app.ts';
import { writeOrders } from './orders-file.ts';

const ROWS = 1_000_000;
/** Inputs at rest, to hold the others against. */
const QUIET = 60;

/**
 * The built app in its real window: how long it takes from an input to the next frame painted after it, while a million
 * rows come in; and how long a pilot of a million rows takes from the start of the app to its first screen. The app is
 * built first, so that the figures are those of the sources as they stand.
 */
export async function benchWindow(print: (line: string) => void): Promise<void> {
  buildApp();
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-window-'));
  const orders = join(folder, 'orders.csv');
  const pilot = join(folder, 'a.pilot');
  try {
    writeOrders(orders, ROWS);
    const { app, page, close } = await launchApp();
    await app.evaluate(
      ({ dialog }, { filePath, filePaths }) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
      },
      { filePath: pilot, filePaths: [orders] },
    );
    await page.getByRole('button', { name: /^Abandoned cart/ }).click();
    await page.getByLabel('Name of the pilot').fill('Bench');
    await page.getByRole('button', { name: /Choose where it lies/ }).click();
    await page.getByText('a.pilot', { exact: true }).waitFor();
    await page.keyboard.press('Control+2');
    const choose = page.getByRole('button', { name: /Choose files/ });
    await choose.first().click();
    const start = page.getByRole('button', { name: /^Import 1,000,\d+ rows|^Import [\d,]+ rows/ });
    await start.waitFor({ timeout: 120_000 });
    await watchInputs(page);
    for (let i = 0; i < QUIET; i++) await touch(page);
    const quiet = await takeDelays(page);
    const began = performance.now();
    await start.click();
    const done = page.getByRole('heading', { level: 1, name: /^1 source tells of/ }).waitFor({ timeout: 600_000 });
    let importing = true;
    void done.finally(() => {
      importing = false;
    });
    while (importing) await touch(page);
    const seconds = (performance.now() - began) / 1000;
    print(`Window, from an input to the frame painted after it: ${spread(quiet)} at rest;`);
    print(
      `  ${spread(await takeDelays(page))} while ${ROWS.toLocaleString('en')} rows come in, which took ${seconds.toFixed(1)} s`,
    );
    await close();
    const opening = performance.now();
    const again = await launchApp({ files: [pilot], userData: null });
    const launched = performance.now();
    await again.page.getByText('a.pilot', { exact: true }).waitFor({ timeout: 60_000 });
    print(
      `Opening it: ${((performance.now() - launched) / 1000).toFixed(2)} s from the loaded window to its first screen, ${((performance.now() - opening) / 1000).toFixed(2)} s with the start of the app`,
    );
    await again.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws when the build fails: an older one would give figures of something else */
function buildApp(): void {
  const built = spawnSync(process.execPath, ['electron/runtime/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('The app could not be built, so there is nothing to measure.');
}

type Watched = { inputDelays?: number[] };

/** Notes, in the page, the time from when the system saw an input to the frame that was painted after it. */
async function watchInputs(page: Page): Promise<void> {
  await page.evaluate(() => {
    const delays: number[] = [];
    (globalThis as Watched).inputDelays = delays;
    const note = (event: { readonly timeStamp: number }) =>
      requestAnimationFrame(() => setTimeout(() => delays.push(performance.now() - event.timeStamp)));
    addEventListener('keydown', note, true);
  });
}

/** An input that changes nothing. */
async function touch(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  await page.waitForTimeout(50);
}

/** What was noted since the last time. */
function takeDelays(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as Watched).inputDelays?.splice(0) ?? []);
}

function spread(delays: readonly number[]): string {
  const sorted = delays.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  return `median ${at(0.5)} ms, 99 % within ${at(0.99)} ms, worst ${at(1)} ms of ${sorted.length} inputs`;
}
