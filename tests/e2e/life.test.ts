import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Bridge } from '#shared/api/bridge.ts';
import type { AppEvent } from '#shared/api/event.ts';
import { electron, type LaunchedApp, launchApp } from './app.ts';

declare const pilotlight: Bridge;

const checkout = resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-life-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Collects what main tells the page from now on, where the test can read it. */
async function collectEvents({ page }: LaunchedApp): Promise<void> {
  await page.evaluate(() => {
    const events: AppEvent[] = [];
    Reflect.set(window, 'collected', events);
    pilotlight.onEvent((event) => events.push(event));
  });
}

/** Starts the app once more and waits for its end, while the first goes on being listened to. */
function statusOf(args: readonly string[]): Promise<number | null> {
  return new Promise((done, fail) => {
    const second = spawn(electron(), args, { stdio: 'ignore', timeout: 60_000 });
    second.on('error', fail);
    second.on('close', done);
  });
}

test('a second start hands its file to the first and ends', async () => {
  const launched = await launchApp();
  try {
    await collectEvents(launched);
    const file = join(folder, 'second.pilot');
    writeFileSync(file, '');
    const args = [checkout, `--user-data-dir=${launched.userData}`, file];
    expect(await statusOf(process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args)).toBe(0);
    await launched.page.waitForFunction(() => Reflect.get(window, 'collected').length > 0);
    const events = await launched.page.evaluate(() => Reflect.get(window, 'collected'));
    expect(events).toMatchObject([{ kind: 'open-file', file: { name: 'second.pilot' } }]);
    expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  } finally {
    await launched.close();
  }
});

test('the window comes back where it was left', async () => {
  const userData = join(folder, 'user');
  const bounds = { x: 40, y: 30, width: 1100, height: 700 };
  const first = await launchApp({ files: [], userData });
  // A window moved before it is shown goes back to where it was made.
  await expect
    .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  await first.app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place), bounds);
  // The window system moves and sizes a window in its own time.
  await expect.poll(() => boundsOf(first)).toEqual(bounds);
  await first.close();
  const second = await launchApp({ files: [], userData });
  await expect.poll(() => boundsOf(second)).toEqual(bounds);
  await second.close();
});

function boundsOf({ app }: LaunchedApp) {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
}

test('menu entries speak to the page, and each has an access key', async () => {
  const launched = await launchApp();
  try {
    await collectEvents(launched);
    const labels = await launched.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items ?? [];
      items
        .flatMap((item) => item.submenu?.items ?? [])
        .find((item) => item.label.includes('New Pilot'))
        ?.click();
      return items.map((item) => item.label);
    });
    expect(labels).toEqual(['&File', '&Edit', '&View', '&Help']);
    await launched.page.waitForFunction(() => Reflect.get(window, 'collected').length > 0);
    const events = await launched.page.evaluate(() => Reflect.get(window, 'collected'));
    expect(events).toEqual([{ kind: 'command', command: 'new' }]);
  } finally {
    await launched.close();
  }
});

test('closing while a job runs asks first; staying keeps the job, and stopping leaves no trace of it', async () => {
  const launched = await launchApp();
  const file = join(folder, 'shop.pilot');
  await launched.app.evaluate(({ dialog }, filePath) => {
    const asked: string[] = [];
    Reflect.set(globalThis, 'asked', asked);
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    Reflect.set(dialog, 'showMessageBox', async (_window: unknown, { message }: { message: string }) => {
      asked.push(message);
      return { response: asked.length === 1 ? 0 : 1, checkboxChecked: false };
    });
  }, file);
  const asked = () => launched.app.evaluate(() => Reflect.get(globalThis, 'asked').length);
  const closeWindow = () => launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

  await launched.page.evaluate(async () => {
    const chosen = await pilotlight.call('app.chooseNew', { suggestedName: 'shop' });
    if (!chosen.ok || chosen.value === null) throw new Error('nothing was chosen');
    const progressing = new Promise<void>((resolve) => {
      pilotlight.onProgress(() => resolve());
    });
    pilotlight.call('pilot.createSample', { file: chosen.value.grant });
    await progressing;
  });
  await closeWindow();
  await expect.poll(asked).toBe(1);
  expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  const ended = launched.app.waitForEvent('close');
  await closeWindow();
  await ended;
  expect(readdirSync(folder)).toEqual([]);
  await launched.close();
});

test('an engine that ends by itself is told, and the next call starts a new one', async () => {
  const launched = await launchApp();
  try {
    const templates = () => launched.page.evaluate(() => pilotlight.call('pilot.templates', {}));
    expect(await templates()).toMatchObject({ ok: true });
    await collectEvents(launched);
    const engine = await launched.app.evaluate(({ app }) => {
      const found = app
        .getAppMetrics()
        .find(({ serviceName, name }) => [serviceName, name].includes('Pilotlight engine'));
      return found?.pid ?? 0;
    });
    expect(engine).toBeGreaterThan(0);
    process.kill(engine, 'SIGKILL');
    await launched.page.waitForFunction(() =>
      Reflect.get(window, 'collected').some((event: AppEvent) => event.kind === 'engine-lost'),
    );
    expect(await templates()).toMatchObject({ ok: true });
  } finally {
    await launched.close();
  }
});
