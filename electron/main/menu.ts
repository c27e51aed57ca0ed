import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Command } from '#shared/api/event.ts';
import type { RecentPilot } from '#shared/api/summary.ts';

type Choices = {
  readonly recents: readonly RecentPilot[];
  readonly isPilotOpen: boolean;
  readonly command: (command: Command) => void;
  readonly open: (file: string) => void;
};

const isMac = process.platform === 'darwin';

/** Sets the menu bar. Letters after & are access keys on Windows and Linux; macOS ignores them. */
export function setMenu(choices: Choices): void {
  const bar: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileMenu(choices) },
    { role: 'editMenu', label: '&Edit' },
    { label: '&View', submenu: viewMenu(choices) },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', label: '&Help', submenu: helpMenu(choices) },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(bar));
}

function fileMenu({ recents, isPilotOpen, command, open }: Choices): MenuItemConstructorOptions[] {
  const there = recents.filter((pilot) => !pilot.missing).slice(0, 10);
  return [
    { label: '&New Pilot…', accelerator: 'CmdOrCtrl+N', click: () => command('new') },
    { label: '&Open…', accelerator: 'CmdOrCtrl+O', click: () => command('open') },
    {
      label: 'Open &Recent',
      enabled: there.length > 0,
      submenu: there.map((pilot) => ({ label: `${pilot.name} (${pilot.file})`, click: () => open(pilot.file) })),
    },
    { type: 'separator' },
    { label: '&Close Pilot', accelerator: 'CmdOrCtrl+W', enabled: isPilotOpen, click: () => command('close') },
    ...(isMac ? [] : [{ type: 'separator' } as const, { role: 'quit', label: 'E&xit' } as const]),
  ];
}

function viewMenu({ command }: Choices): MenuItemConstructorOptions[] {
  return [
    { label: '&Pilots', accelerator: 'CmdOrCtrl+Shift+H', click: () => command('home') },
    { label: '&Search…', accelerator: 'CmdOrCtrl+K', click: () => command('search') },
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
  ];
}

function helpMenu({ command }: Choices): MenuItemConstructorOptions[] {
  return [
    { label: '&Keyboard Shortcuts', accelerator: 'CmdOrCtrl+/', click: () => command('shortcuts') },
    { label: '&About Pilotlight', click: () => command('about') },
  ];
}
