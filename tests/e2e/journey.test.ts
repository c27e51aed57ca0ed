import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import type { ReportModel } from '#shared/report/model.ts';
import { type LaunchedApp, launchApp } from './app.ts';

const checkout = resolve('.');
let folder: string;
let launched: LaunchedApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-journey-'));
  launched = await launchApp();
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The command line, as a user runs it. */
function pilotlight(...args: string[]): unknown {
  const ran = spawnSync(process.execPath, [join(checkout, 'out/cli/index.js'), ...args, '--json'], {
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`${args[0]}: ${ran.stderr}`);
  return JSON.parse(ran.stdout);
}

/** What the next save dialog answers. */
async function willSaveAs(path: string): Promise<void> {
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

test('a lead walks all six steps on the sample shop, and screen, command line and report say the same', async () => {
  const { app, page, complaints } = launched;
  const sample = pilotlight('sample', join(folder, 'exports'), '--seed', '5') as { files: string[] };
  const pilot = join(folder, 'carts.pilot');

  await willSaveAs(pilot);
  await page.getByRole('button', { name: /^Abandoned cart/ }).click();
  await page.getByLabel('Name of the pilot').fill('Bring back carts');
  await page.getByRole('button', { name: /Choose where it lies/ }).click();
  await page.getByText('carts.pilot', { exact: true }).waitFor();

  const owner = page.getByRole('textbox', { name: /^Owner/ });
  await owner.fill('Ada');
  await page.keyboard.press('Tab');

  await page.keyboard.press('Control+2');
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, sample.files);
  await page
    .getByRole('button', { name: /Choose files/ })
    .first()
    .click();
  for (const path of sample.files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor();
    const bringIn = page.getByRole('button', { name: /^Import [\d,]+ rows$/ });
    await bringIn.click();
    await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor({ state: 'detached' });
  }
  expect(pilotlight('sources', pilot)).toHaveLength(5);

  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: /^Seal/ }).first().click();
  await page.getByRole('checkbox', { name: /seal it all the same/ }).check();
  await page.getByRole('dialog').getByRole('button', { name: /^Seal/ }).click();
  const { sha256 } = await poll(
    () => pilotlight('plan', pilot) as { sha256: string | null },
    (plan) => plan.sha256 !== null,
  );
  await page
    .getByText(sha256?.slice(0, 8) ?? '')
    .first()
    .waitFor();

  await page.keyboard.press('Control+4');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('main').getByText('reminder').first().waitFor();

  await page.keyboard.press('Control+5');
  await page
    .getByRole('button', { name: /Look at the lift/ })
    .first()
    .click();
  await page.getByText('Can we trust it?').waitFor();
  const screen = await page.getByRole('main').innerText();

  await page.keyboard.press('Control+6');
  await page.getByRole('button', { name: /^Web page/ }).waitFor();
  const reports: Record<'html' | 'json' | 'pdf', string> = {
    html: join(folder, 'report.html'),
    json: join(folder, 'report.json'),
    pdf: join(folder, 'report.pdf'),
  };
  for (const [kind, button] of [
    ['html', /^Web page/],
    ['json', /^JSON/],
    ['pdf', /^PDF/],
  ] as const) {
    await willSaveAs(reports[kind]);
    await page.getByRole('button', { name: button }).click();
    await page.getByText(`report.${kind}`).first().waitFor();
  }
  expect(complaints).toEqual([]);
  await launched.close();

  const report = JSON.parse(readFileSync(reports.json, 'utf8')) as ReportModel;
  const shown = report.evidence.lift;
  const line = pilotlight('lift', pilot, '--as-of', shown.asOf) as LiftResult;
  expect({ ...line, looks: 0, plan: null }).toEqual({ ...shown, looks: 0, plan: null });
  expect(line.looks).toBe(shown.looks + 1);
  expect(line.verdict).toBe('scale');
  expect(screen).toContain(line.headline);
  const html = readFileSync(reports.html, 'utf8');
  for (const metric of line.metrics) {
    const [control, treatment] = metric.arms;
    for (const rate of metric.unit === 'rate' ? [control?.mean ?? 0, treatment?.mean ?? 0] : []) {
      const digits = rate < 0.01 ? 2 : 1;
      const written = `${(rate * 100).toFixed(digits)}`;
      expect(screen.replaceAll('\u00a0', ' ')).toContain(`${written} %`);
      expect(html).toContain(written);
    }
  }
  expect(readFileSync(reports.pdf).subarray(0, 5).toString()).toBe('%PDF-');
});

/** Reads again and again until what was read is as it should be. */
async function poll<T>(read: () => T, until: (value: T) => boolean): Promise<T> {
  await expect.poll(() => until(read()), { timeout: 20_000 }).toBe(true);
  return read();
}
