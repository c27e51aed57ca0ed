import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { startAddress } from './address.ts';
import { preloadFile } from './places.ts';
import type { WindowPlace } from './window-place.ts';

/** Opens the app's one window where it last stood, and shows it once there is something to see. */
export function openWindow(session: Session, place: WindowPlace): BrowserWindow {
  const { bounds, maximized } = place.last();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: 'Pilotlight',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#15181d' : '#fbfaf8',
    webPreferences: {
      session,
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => place.keep(window));
  window.loadURL(startAddress);
  return window;
}
