import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ConsoleMessage, type ElectronApplication, type Page } from 'playwright';

// Scripts that are bundled elsewhere use this too, so it is where npm started us, not where this file lies.
const checkout = resolve('.');

export type LaunchedApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Fresh for each launch unless one was given: settings, recent pilots, window place. */
  readonly userData: string;
  /** What the page complained about: console errors, thrown errors, violations of the content policy. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

export type LaunchOptions = {
  /** Pilot files named on the command line. */
  readonly files: readonly string[];
  /** A data folder to go on with; null for a fresh one. */
  readonly userData: string | null;
};

/** Starts the built app on the real Electron and waits for its window. */
export async function launchApp(options: LaunchOptions = { files: [], userData: null }): Promise<LaunchedApp> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'pilotlight-user-'));
  const app = await _electron.launch({
    executablePath: electron(),
    args: [...sandbox(), checkout, `--user-data-dir=${userData}`, ...options.files],
    cwd: checkout,
    env: { ...environment(), TZ: 'Europe/Berlin' },
  });
  const complaints: string[] = [];
  const page = await app.firstWindow();
  await listen(page, complaints);
  await page.waitForLoadState('load');
  return {
    app,
    page,
    userData,
    complaints,
    close: async () => {
      await app.close();
      if (options.userData === null) rmSync(userData, { recursive: true, force: true });
    },
  };
}

/** Console errors include violations of the content policy. What was said before anybody listened counts too. */
async function listen(page: Page, complaints: string[]): Promise<void> {
  const noteError = (error: Error) => complaints.push(`thrown: ${error.message}`);
  const noteMessage = (message: ConsoleMessage) => {
    const isComplaint = message.type() === 'error' || /Content Security Policy/i.test(message.text());
    if (isComplaint) complaints.push(message.text());
  };
  const [earlyErrors, earlyMessages] = await Promise.all([page.pageErrors(), page.consoleMessages()]);
  page.on('pageerror', noteError);
  page.on('console', noteMessage);
  earlyErrors.forEach(noteError);
  earlyMessages.forEach(noteMessage);
}

let executable: string | null = null;

/** The runtime that `npm start` would take, fetched if need be. */
export function electron(): string {
  if (executable === null) {
    const found = spawnSync(process.execPath, [join(checkout, 'electron/runtime/fetch.mjs')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    executable = found.stdout.trim();
    if (executable === '') throw new Error('There is no Electron to test with; the line above says why.');
  }
  return executable;
}

function sandbox(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** This process's environment without what would change how Electron starts. */
function environment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(ELECTRON_|NODE_OPTIONS|VITEST)/.test(entry[0]),
  );
  return Object.fromEntries(kept);
}
