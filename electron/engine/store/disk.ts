import { closeSync, constants, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const TEMPORARY = /\.\d+\.tmp$/;
/** Bytes of a large file that the system is handed at a time. */
const AT_ONCE = 8 << 20;
/** A smaller file is copied in no time. */
const LARGE = 8 << 20;
const TO_BE_WRITTEN = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC;
/** What the system asks of memory, places and lengths that are to go to the disk without a copy: whole pages. */
const BLOCK = 4096;
const SHORTLY = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Writes all bytes at the place the descriptor stands; the system may take them in pieces. */
export function writeAll(fd: number, bytes: Uint8Array, position: number): void {
  let written = 0;
  while (written < bytes.length) {
    const some = writeSync(fd, bytes, written, bytes.length - written, position + written);
    if (some === 0) throw new Error('The system took no bytes.');
    written += some;
  }
}

/**
 * Puts a whole file in its place: written beside it, fsynced, then renamed over it. Until the rename the old file
 * stands untouched; when anything fails before it, the half-written one is removed.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const mode = modeOf(path) ?? 0o666;
    if (!(await writtenDirectly(temporary, mode, bytes))) await writeNew(temporary, mode, bytes, TO_BE_WRITTEN);
    await renamePatiently(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Writes a large file past the memory in which the system keeps files, which Linux can do: that copy costs more than
 * the disk does. False where it did not go: file systems refuse it in their own ways, and where something else is
 * wrong, writing as usual says what.
 */
async function writtenDirectly(path: string, mode: number, bytes: Uint8Array): Promise<boolean> {
  const { O_DIRECT } = constants as { readonly O_DIRECT?: number };
  if (O_DIRECT === undefined || bytes.length < LARGE || bytes.length % BLOCK !== 0) return false;
  return writeNew(path, mode, bytes, TO_BE_WRITTEN | O_DIRECT).then(
    () => true,
    () => false,
  );
}

/** Resolves when all bytes are safe on disk. */
async function writeNew(path: string, mode: number, bytes: Uint8Array, flags: number): Promise<void> {
  const file = await open(path, flags, mode);
  try {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, at, Math.min(AT_ONCE, bytes.length - at));
      if (bytesWritten === 0) throw new Error('The system took no bytes.');
      at += bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the names in a folder durable. Windows has no such call: there the rename itself is. */
export function fsyncFolderOf(path: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(dirname(path), 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Removes what a crashed checkpoint left behind; only the holder of the lock may do so. */
export function removeTemporaries(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(`${basename(path)}.`) && TEMPORARY.test(name) && !name.includes('.lock.'))
      rmSync(join(dirname(path), name), { force: true });
  }
}

/** The first of NAME1, NAME2, NAME3 … that does not exist yet. */
export function freeNumber(name: string): string {
  for (let n = 1; ; n++) {
    if (modeOf(`${name}${n}`) === null) return `${name}${n}`;
  }
}

/** A file's permission bits, or null when there is no such file. */
export function modeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : found.mode & 0o777;
}

/** On Windows a virus scanner or indexer may hold a file for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let waited = 0; ; waited += 20) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (process.platform !== 'win32' || !SHORTLY.has(code) || waited >= 2000) throw error;
      await setTimeout(20);
    }
  }
}
