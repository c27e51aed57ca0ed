import { copyFileSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { basename } from 'node:path';
import type { SqlJsStatic } from 'sql.js';
import { PilotError } from '#shared/api/error.ts';
import { readBelonging, sameBelonging } from './belonging.ts';
import { logPath, setLogAside } from './change-log.ts';
import { Connection } from './connection.ts';
import { freeNumber } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import { forMemory, headerDigest, missingBytes, readVersion } from './header.ts';
import { type Belonging, parseLog } from './log-format.ts';
import { replay } from './replay.ts';

/** A pilot in memory: the file with its log's changes on it. */
export type Loaded = {
  readonly connection: Connection;
  /** How many bytes the file itself has, without the log. */
  readonly size: number;
  readonly version: number;
  /** Null when the file's own marks cannot be read. */
  readonly belonging: Belonging | null;
  /** How much of the log holds: its bytes and changes. */
  readonly logLength: number;
  readonly logChanges: number;
  /** What makes the file unfit for writing, as far as loading shows it. */
  readonly problem: string | null;
  /** Sentences on what was found beside the file and done about it. */
  readonly notes: readonly string[];
};

/** `holder` has the lock and puts a log in order; `onlooker` changes nothing on disk. */
export type Role = 'holder' | 'onlooker';

/** Reads the file, then the complete records of the log that belongs to it. */
export function load(sqlJs: SqlJsStatic, path: string, newest: number, role: Role): Loaded {
  const { bytes, log } = readTogether(path);
  const version = readVersion(path, bytes, newest);
  const missing = missingBytes(bytes);
  const header = headerDigest(bytes);
  const connection = connect(sqlJs, path, bytes);
  const belonging = readBelonging(connection, header);
  const file = { connection, size: bytes.length, version, belonging };
  if (belonging === null) return { ...file, ...NO_LOG, problem: 'Its own marks cannot be read.' };
  const cut = missing === 0 ? null : `The last ${missing} bytes of it are missing.`;
  const applied = log === null ? NO_LOG : applyLog(connection, belonging, path, log, role);
  return { ...file, ...applied, problem: cut ?? applied.problem };
}

type Applied = Pick<Loaded, 'logLength' | 'logChanges' | 'problem' | 'notes'>;

const NO_LOG: Applied = { logLength: 0, logChanges: 0, problem: null, notes: [] };

function applyLog(connection: Connection, belonging: Belonging, path: string, log: Buffer, role: Role): Applied {
  const parsed = parseLog(log);
  if (parsed.kind === 'unfinished') {
    if (role === 'holder') rmSync(logPath(path), { force: true });
    return NO_LOG;
  }
  if (parsed.kind === 'unreadable' || !sameBelonging(parsed.belonging, belonging)) {
    return { ...NO_LOG, notes: [noteForeign(path, role)] };
  }
  const { done, problem } = replay(connection, parsed.changes);
  const end = parsed.ends[done - 1] ?? parsed.start;
  if (problem !== null) return { logLength: end, logChanges: done, problem, notes: [] };
  const notes = parsed.tail === 'damaged' ? [noteDamaged(path, role, done)] : [];
  if (role === 'holder') tidy(path, log.length, done, end);
  return { logLength: done === 0 ? 0 : end, logChanges: done, problem: null, notes };
}

/** The file and its log as they were at one moment: a checkpoint in between shows in the file's stamp. */
function readTogether(path: string): { bytes: Buffer; log: Buffer | null } {
  try {
    for (;;) {
      const before = statSync(path);
      const bytes = readFileSync(path);
      const log = readIfThere(logPath(path));
      const after = statSync(path);
      if (before.ino === after.ino && before.mtimeMs === after.mtimeMs && before.size === after.size)
        return { bytes, log };
    }
  } catch (error) {
    throw diskFailure(error, path, 'read');
  }
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function connect(sqlJs: SqlJsStatic, path: string, bytes: Buffer): Connection {
  try {
    return new Connection(sqlJs, forMemory(bytes));
  } catch (error) {
    throw new PilotError(
      'damaged',
      `${basename(path)} is damaged from its first page on and cannot be read. It was not changed; save what can be saved into a new pilot.`,
      error instanceof Error ? error.message : String(error),
    );
  }
}

function noteForeign(path: string, role: Role): string {
  const name = basename(logPath(path));
  if (role === 'onlooker') return `The log ${name} belongs to another state of this pilot and was not used.`;
  return `The log ${name} belonged to another state of this pilot. It was not used and is kept as ${basename(setLogAside(path))}.`;
}

function noteDamaged(path: string, role: Role, done: number): string {
  const name = basename(logPath(path));
  const sentence = `The log ${name} is damaged after its change ${done}; later changes in it could not be read.`;
  if (role === 'onlooker') return sentence;
  const copy = freeNumber(`${logPath(path)}.aside-`);
  copyFileSync(logPath(path), copy);
  return `${sentence} A copy is kept as ${basename(copy)}.`;
}

/** Cuts off what a crash tore, so that the next change follows the last whole one. */
function tidy(path: string, length: number, done: number, end: number): void {
  if (done === 0) rmSync(logPath(path), { force: true });
  else if (length > end) truncateSync(logPath(path), end);
}
