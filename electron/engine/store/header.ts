import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { PilotError } from '#shared/api/error.ts';

/** "PILT", which marks a SQLite file as a pilot. */
export const APPLICATION_ID = 0x50494c54;

const SQLITE = Buffer.from('SQLite format 3\0', 'latin1');
const HEADER = 100;

/**
 * Looks at the first 100 bytes of a file, before SQLite does. Returns the version of its schema; refuses what is not
 * a pilot, and pilots of a version above `newest`.
 */
export function readVersion(path: string, bytes: Buffer, newest: number): number {
  const name = basename(path);
  if (bytes.length < HEADER || !bytes.subarray(0, SQLITE.length).equals(SQLITE)) {
    throw new PilotError(
      'not-a-pilot',
      `${name} is not a pilot. Choose a file that Pilotlight made, ending in .pilot.`,
    );
  }
  const version = bytes.readUInt32BE(60);
  if (bytes.readUInt32BE(68) !== APPLICATION_ID || version === 0) {
    throw new PilotError(
      'not-a-pilot',
      `${name} is a database of another program, not a pilot. Choose a file that Pilotlight made, ending in .pilot.`,
    );
  }
  if (version > newest) {
    throw new PilotError(
      'file-newer',
      `${name} was made by a newer Pilotlight (file version ${version}; this one reads up to ${newest}). Install the newer Pilotlight to open it; the file was not changed.`,
    );
  }
  refuseUnfinishedWork(path);
  return version;
}

/** Identifies the state of a file that any SQLite program left, without reading it all. */
export function headerDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes.subarray(0, HEADER)).digest('hex');
}

const MOST_MISSING = 2 ** 31;

/** How many bytes the header promises beyond those that are there; 0 when its promise holds for older writers only. */
export function missingBytes(bytes: Buffer): number {
  if (bytes.readUInt32BE(92) !== bytes.readUInt32BE(24)) return 0;
  const raw = bytes.readUInt16BE(16);
  const missing = bytes.readUInt32BE(28) * (raw === 1 ? 65536 : raw) - bytes.length;
  return missing > 0 && missing < MOST_MISSING ? missing : 0;
}

/**
 * The bytes as a database in memory takes them. It has no write-ahead log of SQLite's; a file switched to one reads
 * the same without. A file cut short is filled up, since SQLite would not read even what is left of it.
 */
export function forMemory(bytes: Buffer): Buffer {
  const missing = missingBytes(bytes);
  if (bytes[18] === 1 && bytes[19] === 1 && missing === 0) return bytes;
  const copy = Buffer.concat([bytes, Buffer.alloc(missing)]);
  copy[18] = 1;
  copy[19] = 1;
  return copy;
}

/** Another SQLite tool keeps what it has not yet put into the file in these, and only that tool can put it there. */
function refuseUnfinishedWork(path: string): void {
  for (const ending of ['-wal', '-journal']) {
    const found = statSync(path + ending, { throwIfNoEntry: false });
    if (found === undefined || found.size === 0) continue;
    throw new PilotError(
      'open-in-other-tool',
      `${basename(path)} holds unfinished work of another SQLite tool (${basename(path)}${ending}). Close it there, then open it here.`,
    );
  }
}
