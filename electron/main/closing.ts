import { type BrowserWindow, dialog } from 'electron';
import type { EngineProcess } from './engine-process.ts';

/**
 * Asks before work under way is given up. Keeping it running is the default and what Escape means.
 * @returns whether the window may close
 */
export async function mayClose(window: BrowserWindow, engine: EngineProcess): Promise<boolean> {
  if (!engine.isBusy()) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Pilotlight is still working. Stop and close?',
    detail: 'What is under way will be undone without trace. Everything confirmed before is saved.',
    buttons: ['Keep Running', 'Stop and Close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
