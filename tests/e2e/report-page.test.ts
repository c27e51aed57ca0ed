import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportHtml } from '#shared/report/report-html.ts';
import { reportModel } from '#shared/report/report-model.ts';
import { stories } from '../unit/report/stories.ts';
import { electron } from './app.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A window like any browser's, that shows one file. */
const VIEWER = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1100, height: 900 }).loadURL('about:blank'));`;
const TOLD = ['win', 'invalid'] as const;

describe('the report as somebody opens it in a browser', () => {
  let folder: string;
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pilotlight-page-'));
    mkdirSync(join(folder, 'viewer'));
    writeFileSync(join(folder, 'viewer/main.cjs'), VIEWER);
    writeFileSync(join(folder, 'viewer/package.json'), '{"name":"viewer","version":"1.0.0","main":"main.cjs"}');
    for (const story of TOLD) {
      const appearance = { company: 'Shop & Sons', logo: null, accent: '#ffd400', paper: 'a4' as const };
      const html = reportHtml(reportModel({ ...stories[story], appearance }), { theme: 'reader', fontBase64: null });
      writeFileSync(join(folder, `${story}.html`), html);
    }
    app = await _electron.launch({
      executablePath: electron(),
      args: ['--no-sandbox', join(folder, 'viewer'), `--user-data-dir=${join(folder, 'user')}`],
    });
    page = await app.firstWindow();
  });

  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const show = (story: string) => page.goto(pathToFileURL(join(folder, `${story}.html`)).href);

  it.each(TOLD)('is accessible by axe, light and dark: %s', async (story) => {
    await show(story);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const axe = (
          window as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe;
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
      });
      expect([colorScheme, found]).toEqual([colorScheme, []]);
    }
  });

  it.each(TOLD)('fits a window 320 pixels wide without scrolling sideways: %s', async (story) => {
    await show(story);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1100, height: 900 });
  });
});
