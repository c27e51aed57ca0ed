import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions, shell } from 'electron';
import type { z } from 'zod';
import type { CallName, Contract, GrantedFile } from '#shared/api/contract.ts';
import { PilotError } from '#shared/api/error.ts';
import type { Grants } from './grants.ts';
import type { PilotFolder } from './pilot-folder.ts';
import type { Prefs } from './prefs.ts';
import type { Recents } from './recents.ts';

export type AppCallName = Extract<CallName, `app.${string}`>;
export type AppHandlers = {
  readonly [Name in AppCallName]: (
    input: z.output<Contract[Name]['input']>,
  ) => Promise<z.input<Contract[Name]['output']>>;
};

type Rooms = {
  readonly grants: Grants;
  readonly recents: Recents;
  readonly prefs: Prefs;
  readonly pilotFolder: PilotFolder;
  readonly window: () => BrowserWindow;
};

const pilots: FileFilter = { name: 'Pilot', extensions: ['pilot'] };
const anything: FileFilter = { name: 'All files', extensions: ['*'] };
const reports: FileFilter = { name: 'Reports', extensions: ['html', 'json'] };
const logos: FileFilter = { name: 'PNG or SVG', extensions: ['png', 'svg'] };
const exportFiles: FileFilter = {
  name: 'Exports',
  extensions: ['csv', 'tsv', 'txt', 'xlsx', 'json', 'jsonl', 'ndjson', 'parquet', 'gz'],
};
const written: Readonly<Record<string, string>> = {
  html: 'Web page',
  pdf: 'PDF',
  pptx: 'Slides',
  xlsx: 'Workbook',
  json: 'JSON',
  csv: 'CSV table',
};
const done = { done: true } as const;

/** The calls main answers itself: dialogs, recent pilots, settings. Files leave here as grants only. */
export function appHandlers({ grants, recents, prefs, pilotFolder, window }: Rooms): AppHandlers {
  async function choose(options: OpenDialogOptions): Promise<GrantedFile[]> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), options);
    return canceled ? [] : filePaths.map((path) => grants.give(path));
  }

  async function chooseWhere(name: string, filter: FileFilter, extension: string): Promise<GrantedFile | null> {
    const suggested = `${fileName(name)}.${extension}`;
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      defaultPath: suggested,
      filters: [filter],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    return grants.give(filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`);
  }

  return {
    'app.info': async () => ({
      version: app.getVersion(),
      platform: process.platform,
      locale: app.getSystemLocale() || app.getLocale(),
    }),
    'app.recent': async () => recents.list(),
    'app.forgetRecent': async ({ id }) => {
      recents.forget(id);
      return done;
    },
    'app.openRecent': async ({ id }) => grants.give(recents.fileOf(id)),
    'app.chooseOpen': async () =>
      (await choose({ title: 'Open a pilot', filters: [pilots, anything], properties: ['openFile'] }))[0] ?? null,
    'app.chooseNew': async ({ suggestedName }) => chooseWhere(suggestedName, pilots, 'pilot'),
    'app.chooseExports': async () =>
      choose({
        title: 'Bring exports',
        filters: [exportFiles, anything],
        properties: ['openFile', 'multiSelections'],
      }),
    'app.chooseSave': async ({ suggestedName, extension }) =>
      chooseWhere(suggestedName, { name: written[extension] ?? extension, extensions: [extension] }, extension),
    'app.chooseReport': async () =>
      (await choose({ title: 'A report to check', filters: [reports], properties: ['openFile'] }))[0] ?? null,
    'app.chooseLogo': async () =>
      (await choose({ title: 'Choose a logo', filters: [logos], properties: ['openFile'] }))[0] ?? null,
    'app.pilotFolder': async () => {
      const path = pilotFolder.get();
      return path === null ? null : grants.give(path);
    },
    'app.choosePilotFolder': async () => {
      const [folder] = await choose({ title: 'A folder of pilots', properties: ['openDirectory'] });
      if (folder === undefined) return null;
      pilotFolder.set(grants.path(folder.grant));
      return folder;
    },
    'app.pilotInFolder': async ({ folder, name }) => {
      if (basename(name) !== name || extname(name).toLowerCase() !== '.pilot') {
        throw new PilotError('not-granted', `${name} is not the name of a pilot in this folder.`);
      }
      return grants.give(join(folder, name));
    },
    'app.chooseFolder': async ({ purpose }) =>
      (await choose({ title: purpose, message: purpose, properties: ['openDirectory', 'createDirectory'] }))[0] ?? null,
    'app.show': async ({ file }) => {
      shell.showItemInFolder(file);
      return done;
    },
    'app.openWritten': async ({ file }) => {
      await openWritten(file);
      return done;
    },
    'app.prefs': async () => prefs.all(),
    'app.setPref': async ({ key, value }) => {
      prefs.set(key, value);
      return done;
    },
  };
}

/** Opens a report in the system's viewer; never a file of another kind, which might be a program. */
async function openWritten(file: string): Promise<void> {
  const extension = extname(file).slice(1).toLowerCase();
  if (!Object.hasOwn(written, extension)) {
    throw new PilotError(
      'not-a-report',
      `${basename(file)} is not a report or a list, so Pilotlight does not open it.`,
    );
  }
  const refusal = await shell.openPath(file);
  if (refusal !== '') throw new PilotError('no-viewer', `The system could not open ${basename(file)}.`, refusal);
}

/** A name people may type, without what file systems refuse. */
function fileName(name: string): string {
  const plain = [...name].map((character) => (character < ' ' || '<>:"/\\|?*'.includes(character) ? ' ' : character));
  return plain.join('').replace(/\s+/g, ' ').trim().replace(/\.+$/, '') || 'Pilot';
}
