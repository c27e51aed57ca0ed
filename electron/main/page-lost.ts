import { type BrowserWindow, dialog } from 'electron';

/** Offers a fresh page when the window's own process ended by itself; the pilot is in the engine's hands, and safe. */
export function mendLostPage(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'The window stopped working.',
      detail: 'Everything confirmed before is saved. Show it anew to go on.',
      buttons: ['Show Anew', 'Close'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (window.isDestroyed()) return;
    if (response === 0) window.reload();
    else window.close();
  });
}
