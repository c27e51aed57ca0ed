import { basename } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { toFailure } from '#engine/process/failure.ts';
import type { Progress } from '#shared/api/bridge.ts';
import { channel } from '#shared/api/channel.ts';
import type { AppEvent, EngineEvent } from '#shared/api/event.ts';
import { appHandlers } from './app-calls.ts';
import { openBorder } from './border.ts';
import { mayClose } from './closing.ts';
import { EngineProcess } from './engine-process.ts';
import { Grants } from './grants.ts';
import { lockSession } from './lockdown.ts';
import { setMenu } from './menu.ts';
import { mendLostPage } from './page-lost.ts';
import { PilotFolder } from './pilot-folder.ts';
import { engineFile, rendererFolder } from './places.ts';
import { Prefs } from './prefs.ts';
import { printPdf } from './print.ts';
import { Recents } from './recents.ts';
import { serve } from './scheme.ts';
import { openWindow } from './window.ts';
import { WindowPlace } from './window-place.ts';

/** The app with its one window: what belongs together while it runs. */
export class Desk {
  readonly #grants = new Grants();
  readonly #recents = new Recents(app.getPath('userData'));
  readonly #prefs = new Prefs(app.getPath('userData'));
  readonly #engine: EngineProcess;
  readonly #window: BrowserWindow;
  /** Files to open that came before the page listened. */
  #early: string[] = [];
  #isListening = false;
  #openFile: string | null = null;
  #isClosing = false;

  constructor() {
    this.#engine = new EngineProcess({
      file: engineFile,
      onProgress: (progress) => this.#tell(channel.progress, progress),
      onEvent: (event) => this.#note(event),
      onLost: () => {
        this.#note({ kind: 'pilot', open: null });
        this.#tell(channel.event, { kind: 'engine-lost' });
      },
      print: (html, outPath) => printPdf(html, outPath).then(() => null, toFailure),
    });
    this.#engine.start();
    // Nothing of the page is kept on disk: no cache, no storage.
    const own = session.fromPartition('page');
    lockSession(own);
    serve(own, rendererFolder);
    this.#window = openWindow(own, new WindowPlace(app.getPath('userData')));
    openBorder({
      grants: this.#grants,
      engine: this.#engine,
      app: appHandlers({
        grants: this.#grants,
        recents: this.#recents,
        prefs: this.#prefs,
        pilotFolder: new PilotFolder(app.getPath('userData')),
        window: () => this.#window,
      }),
    });
    this.#window.webContents.on('did-finish-load', () => this.#listen());
    this.#window.on('close', (event) => this.#close(event));
    mendLostPage(this.#window);
    this.#setMenu();
  }

  /** Brings the window to the front and opens the files in it; with more than one, the last. */
  open(files: readonly string[]): void {
    if (!this.#isListening) {
      this.#early.push(...files);
      const last = files.at(-1);
      if (last !== undefined) this.#engine.begin('pilot.open', { file: last, as: 'writer' });
      return;
    }
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
    const file = files.at(-1);
    if (file !== undefined) this.#tell(channel.event, { kind: 'open-file', file: this.#grants.give(file) });
  }

  #listen(): void {
    this.#isListening = true;
    const early = this.#early;
    this.#early = [];
    if (early.length > 0) this.open(early);
  }

  #tell(name: typeof channel.progress, message: Progress): void;
  #tell(name: typeof channel.event, message: AppEvent): void;
  #tell(name: string, message: unknown): void {
    if (!this.#window.isDestroyed()) this.#window.webContents.send(name, message);
  }

  #note(event: EngineEvent): void {
    const before = this.#openFile;
    this.#openFile = event.open?.file ?? null;
    if (event.open !== null) {
      const { file, summary } = event.open;
      if (file === before) this.#recents.note(file, summary);
      else this.#recents.opened(file, summary);
    }
    this.#tell(channel.event, { kind: 'pilot', summary: event.open?.summary ?? null });
    if (this.#window.isDestroyed()) return;
    this.#window.setRepresentedFilename(this.#openFile ?? '');
    this.#window.setTitle(this.#openFile === null ? 'Pilotlight' : `${basename(this.#openFile)} – Pilotlight`);
    this.#setMenu();
  }

  #setMenu(): void {
    setMenu({
      recents: this.#recents.list(),
      isPilotOpen: this.#openFile !== null,
      command: (command) => this.#tell(channel.event, { kind: 'command', command }),
      open: (file) => this.open([file]),
    });
  }

  #close(event: { preventDefault: () => void }): void {
    if (this.#isClosing) return;
    event.preventDefault();
    mayClose(this.#window, this.#engine).then(async (may) => {
      if (!may) return;
      this.#isClosing = true;
      this.#window.hide();
      await this.#engine.end();
      this.#window.destroy();
    });
  }
}
