import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { toFailure } from '#engine/process/failure.ts';
import { Desk } from './desk.ts';
import { cutNetwork, lockWebContents } from './lockdown.ts';
import { printPdf } from './print.ts';
import { ownArguments, requestOf } from './request.ts';
import { registerScheme } from './scheme.ts';

const inCheckout = { is: Boolean(process.defaultApp) };
const request = requestOf(ownArguments(process.argv, inCheckout), process.cwd());

// As root, which is how containers run, Chromium's sandbox cannot start and must be switched off from outside.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme();
cutNetwork();
lockWebContents();

switch (request.kind) {
  case 'print':
    print(request.html, request.out);
    break;
  case 'open':
    run(request.files);
    break;
}

/** Prints one page without a window, for the command line, and ends. */
function print(html: string, out: string): void {
  const scratch = mkdtempSync(join(tmpdir(), 'pilotlight-print-'));
  app.setPath('userData', scratch);
  app.disableHardwareAcceleration();
  app.on('window-all-closed', () => undefined);
  app.on('quit', () => rmSync(scratch, { recursive: true, force: true }));
  app
    .whenReady()
    .then(() => printPdf(readFileSync(html, 'utf8'), out))
    .then(
      () => app.exit(0),
      (thrown: unknown) => {
        const { code, sentence, cause } = toFailure(thrown);
        process.stderr.write(`${code === 'bug' ? (cause ?? sentence) : sentence}\n`);
        app.exit(1);
      },
    );
}

/** Runs the app; a second start hands its files to the first and ends. */
function run(files: readonly string[]): void {
  const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
  if (dataFolder !== '') app.setPath('userData', resolve(dataFolder));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const early: string[] = [...files];
  let desk: Desk | null = null;
  const open = (more: readonly string[]) => {
    if (desk === null) early.push(...more);
    else desk.open(more);
  };
  app.on('open-file', (event, file) => {
    event.preventDefault();
    open([file]);
  });
  app.on('second-instance', (_event, argv, folder) => {
    const second = requestOf(ownArguments(argv, inCheckout), folder);
    open(second.kind === 'open' ? second.files : []);
  });
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(() => {
    desk = new Desk();
    desk.open(early);
  });
}
