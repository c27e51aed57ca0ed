import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bridge, DroppedFile } from '#shared/api/bridge.ts';
import { type LaunchedApp, launchApp } from './app.ts';

declare const pilotlight: Bridge;

let launched: LaunchedApp;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-border-'));
  launched = await launchApp();
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a call of the app answers with its value', async () => {
  const answer = await launched.page.evaluate(() => pilotlight.call('app.info', {}));
  expect(answer).toMatchObject({ ok: true, value: { platform: process.platform } });
});

test('a call the contract does not name never leaves the page', async () => {
  const thrown = await launched.page.evaluate(async () => {
    try {
      await Reflect.apply(pilotlight.call, pilotlight, ['shell.run', {}]);
      return 'passed';
    } catch (error) {
      return String(error);
    }
  });
  expect(thrown).toContain('There is no call shell.run');
});

test('input the contract does not allow is refused with a sentence, by main and by the engine', async () => {
  const answers = await launched.page.evaluate(() =>
    Promise.all([
      Reflect.apply(pilotlight.call, pilotlight, ['app.setPref', { key: 7 }]),
      Reflect.apply(pilotlight.call, pilotlight, ['charter.set', { charter: 'none' }]),
    ]),
  );
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, failure: { code: 'wrong-input' } });
});

test('a path is no grant: the page cannot name a file that nobody chose', async () => {
  const answer = await launched.page.evaluate(() => pilotlight.call('app.openWritten', { file: '/etc/hostname' }));
  expect(answer).toMatchObject({ ok: false, failure: { code: 'not-granted' } });
});

test('files chosen in a dialog come as tokens with name and size, the same token each time', async () => {
  const file = join(folder, 'orders.csv');
  writeFileSync(file, 'a,b\n1,2\n');
  await launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  const choose = () => launched.page.evaluate(() => pilotlight.call('app.chooseExports', {}));
  const first = await choose();
  expect(first).toMatchObject({ ok: true, value: [{ name: 'orders.csv', bytes: 8 }] });
  expect(JSON.stringify(first)).not.toContain(folder);
  expect(await choose()).toEqual(first);
});

test('a name typed without an ending gets the one of its kind, and a cancelled dialog gives nothing', async () => {
  const save = (path: string) =>
    launched.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: filePath === '', filePath });
    }, path);
  const choose = () => launched.page.evaluate(() => pilotlight.call('app.chooseNew', { suggestedName: 'Carts: May' }));
  await save(join(folder, 'carts'));
  expect(await choose()).toMatchObject({ ok: true, value: { name: 'carts.pilot', bytes: null } });
  await save('');
  expect(await choose()).toEqual({ ok: true, value: null });
});

test('a dropped file becomes a grant; a file the page made up does not', async () => {
  const file = join(folder, 'nps.csv');
  writeFileSync(file, 'score\n9\n');
  await launched.page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dropped';
    document.body.append(input);
  });
  await launched.page.setInputFiles('#dropped', file);
  const grants = await launched.page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('#dropped');
    const dropped: DroppedFile[] = [...(input?.files ?? []), new File(['x'], '/etc/hostname')];
    input?.remove();
    return pilotlight.grantFiles(dropped);
  });
  expect(grants).toMatchObject([{ name: 'nps.csv', bytes: 8 }]);
});

test('settings are kept in a file of the user, and the theme turns the window', async () => {
  await launched.page.evaluate(() => pilotlight.call('app.setPref', { key: 'theme', value: 'dark' }));
  const kept: unknown = JSON.parse(readFileSync(join(launched.userData, 'preferences.json'), 'utf8'));
  expect(kept).toMatchObject({ theme: 'dark' });
  expect(await launched.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
});

test('a report previews as the source of a frame, where no script of it runs', async () => {
  const text = await launched.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = '<title>calm</title><h1>Report</h1><script>document.title = "ran"</script>';
        frame.onload = () => {
          resolve(`${frame.contentDocument?.title} ${frame.contentDocument?.body.textContent}`);
          frame.remove();
        };
        document.body.append(frame);
      }),
  );
  expect(text).toContain('calm Report');
});
