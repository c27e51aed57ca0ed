import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PilotError } from '#shared/api/error.ts';
import { diskFailure } from './disk-failure.ts';
import { hasEnded, type ProcessIdentity, thisProcess } from './process-identity.ts';

/** What a lock file holds, as JSON. `since` is ISO 8601 UTC; `key` tells two locks of one process apart. */
type Holder = ProcessIdentity & { readonly since: string; readonly key: string };

/** The right to write one pilot, held until released or until the process ends. */
export type Lock = { release(): void };

/** Where NAME.pilot keeps its lock. */
export function lockPath(pilot: string): string {
  return `${pilot}.lock`;
}

/** Locks that are being taken over right now are gone in a moment; after this many looks they are not. */
const LOOKS = 40;
const BETWEEN_LOOKS_MS = 5;
/** A lock without content is one being made, on disks where that takes two steps; after this it was left so. */
const EMPTY_FOR_MS = 200;
/** A crash while taking over leaves a lock on the taking over, and so on; so many in a row do not happen. */
const DEEPEST = 4;

/** Takes the pilot's lock, at once when its holder has ended; else says who holds it since when. */
export async function takeLock(pilot: string): Promise<Lock> {
  try {
    const key = await take(lockPath(pilot), pilot, 0);
    return { release: () => release(lockPath(pilot), key) };
  } catch (error) {
    throw diskFailure(error, pilot, 'locked');
  }
}

async function take(path: string, pilot: string, depth: number): Promise<string> {
  const mine: Holder = { ...thisProcess(), since: new Date().toISOString(), key: randomUUID() };
  for (let look = 1; ; look++) {
    if (createWhole(path, mine)) return mine.key;
    const theirs = readHolder(path);
    if (theirs === 'gone') continue;
    if (theirs !== 'empty') {
      if (!hasEnded(theirs)) {
        if (depth === 0) throw heldBy(theirs, pilot);
      } else if (await takeOver(path, theirs, mine, pilot, depth)) return mine.key;
    }
    if (look >= LOOKS) throw heldBy(theirs === 'empty' ? null : theirs, pilot);
    await setTimeout(BETWEEN_LOOKS_MS);
  }
}

/**
 * Replaces a dead holder's lock. Two processes may see the same dead holder, so the taking over has a lock itself:
 * whoever has it looks again before it renames its own lock over the dead one.
 */
async function takeOver(path: string, dead: Holder, mine: Holder, pilot: string, depth: number): Promise<boolean> {
  if (depth >= DEEPEST) throw heldBy(dead, pilot);
  const taking = `${path}.taking`;
  const key = await take(taking, pilot, depth + 1);
  try {
    const now = readHolder(path);
    if (now === 'gone' || now === 'empty' || now.key !== dead.key) return false;
    const temporary = ownName(path, mine);
    writeFileSync(temporary, JSON.stringify(mine));
    renameSync(temporary, path);
    return true;
  } finally {
    release(taking, key);
  }
}

/** Makes the lock with its content in one step, or returns false when there is one already. */
function createWhole(path: string, mine: Holder): boolean {
  const temporary = ownName(path, mine);
  writeFileSync(temporary, JSON.stringify(mine), { flag: 'wx' });
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return false;
    return createInTwoSteps(path, mine);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** For disks without links (FAT, some network shares). */
function createInTwoSteps(path: string, mine: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path: string): Holder | 'gone' | 'empty' {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'gone';
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    if (!(error instanceof SyntaxError)) throw error;
    if (Date.now() - found.mtimeMs < EMPTY_FOR_MS) return 'empty';
    return nobody(found.ino);
  }
}

/** Stands for the holder of a lock that was never finished. */
function nobody(inode: number): Holder {
  return { ...thisProcess(), boot: 'none', key: `unfinished-${inode}`, since: '' };
}

function release(path: string, key: string): void {
  const holder = readHolder(path);
  if (holder !== 'gone' && holder !== 'empty' && holder.key === key) rmSync(path, { force: true });
}

function ownName(path: string, mine: Holder): string {
  return `${path}.${mine.key}`;
}

function heldBy(holder: Holder | null, pilot: string): PilotError {
  const name = basename(pilot);
  const who = holder === null ? '' : ` since ${clock(holder.since)} (process ${holder.pid} on ${holder.host})`;
  const elsewhere =
    holder !== null && holder.host !== thisProcess().host
      ? ` If that computer no longer has it open, delete ${basename(lockPath(pilot))} and try again.`
      : '';
  return new PilotError('open-elsewhere', `${name} is open elsewhere${who}. You may look at it read-only.${elsewhere}`);
}

/** Hours and minutes where the reader is, with the date when that is not today. */
function clock(iso: string): string {
  const at = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return at.toDateString() === new Date().toDateString() ? time : `${day} ${time}`;
}
