import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { isInside, type Room, roomOf } from './house.ts';
import { type Import, importsOf } from './imports.ts';

/** @returns one sentence for each wall the file breaks */
export function violations(file: string, source: string): string[] {
  const room = roomOf(file);
  if (room === null) return [];
  return importsOf(file, source).flatMap((found) => {
    const because = objection(file, room, found);
    return because === null ? [] : [`${file}:${found.line} ${because}`];
  });
}

function objection(file: string, room: Room, { from, names }: Import): string | null {
  // The scripts of the runtime start what was built, which is no source.
  if (from === '(computed)' && room.folder === 'electron/runtime') return null;
  if (from === '(computed)') return 'imports a module whose name is computed; write it out';
  if (from === 'electron' && names.includes('ipcRenderer') && room.folder !== 'electron/preload') {
    return 'takes ipcRenderer; only electron/preload may';
  }
  const target = targetOf(file, from);
  if (target === null) return mayUse(room, from) ? null : `imports ${from}; ${room.folder} may not`;
  const allowed = [room.folder, ...room.mayEnter].some((folder) => isInside(target, folder));
  return allowed ? null : `imports ${target}; ${room.folder} may not`;
}

/** @returns the file of ours an import names, below the checkout, or null when it names a package */
function targetOf(file: string, from: string): string | null {
  if (from.startsWith('#shared/')) return posix.join('shared', from.slice('#shared/'.length));
  if (from.startsWith('#engine/')) return posix.join('electron/engine', from.slice('#engine/'.length));
  return from.startsWith('.') ? posix.join(posix.dirname(file), from) : null;
}

function mayUse({ packages, notPackages }: Room, from: string): boolean {
  const name = isBuiltin(from) && !from.startsWith('node:') ? `node:${from}` : from;
  const matches = (pattern: string) =>
    pattern === '*' ||
    name === pattern ||
    name.startsWith(`${pattern}/`) ||
    (/[:/]$/.test(pattern) && name.startsWith(pattern));
  return packages.some(matches) && !notPackages.some(matches);
}
