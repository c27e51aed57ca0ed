import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from './app.ts';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
});

afterAll(async () => {
  await launched.close();
});

test('the window opens on the page of the app, with its name as title', async () => {
  expect(await launched.page.title()).toContain('Pilotlight');
  expect(launched.page.url()).toBe('pilotlight://app/');
});

test('the page loads without an error and without breaking its own content policy', async () => {
  await launched.page.getByRole('heading').first().waitFor();
  expect(launched.complaints).toEqual([]);
});

test('the page stands in a sandbox: no require, no process, one bridge with five calls', async () => {
  const seen = await launched.page.evaluate(() => ({
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
    bridge: Object.keys(Reflect.get(window, 'pilotlight')).sort(),
  }));
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    bridge: ['call', 'cancel', 'grantFiles', 'onEvent', 'onProgress'],
  });
});

test('the content policy is strict: no inline script, nothing from elsewhere', async () => {
  const policy = await launched.page.evaluate(async () => {
    const answer = await fetch('/');
    return answer.headers.get('content-security-policy') ?? '';
  });
  const directives = new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive]));
  expect(directives.get('default-src')).toBe("default-src 'none'");
  expect(directives.get('script-src')).toBe("script-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
});

test('the page cannot navigate away, open a window, or reach a network', async () => {
  const { page, app } = launched;
  await page.evaluate(() => {
    window.location.href = 'https://example.org/';
  });
  const opened = await page.evaluate(() => window.open('https://example.org/') === null);
  const reached = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect({ opened, reached, at: page.url() }).toEqual({ opened: true, reached: 'refused', at: 'pilotlight://app/' });
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
});
