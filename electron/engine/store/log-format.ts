import { createHash } from 'node:crypto';
import type { SqlValue } from './db.ts';
import type { Entry } from './recorder.ts';

/**
 * The write-ahead log: eight letters, then frames. A frame is its length (4 bytes, little-endian), 16 bytes of SHA-256
 * and its JSON. The first frame says which file the log belongs to; every other one is a change. The checksum covers
 * the checkpoint's mark and the frame's number, so that a frame of another log or place never passes.
 */
const MAGIC = Buffer.from('PILOTLOG', 'latin1');
const DIGEST = 16;
const FRAME_HEAD = 4 + DIGEST;

/** The one state of the one file that a log continues. */
export type Belonging = {
  readonly pilot: string;
  readonly generation: number;
  /** A random mark drawn at each checkpoint: two copies of a pilot may reach the same generation apart. */
  readonly checkpoint: string;
  /** SHA-256 of the file's first 100 bytes, where SQLite counts the writes of every program. */
  readonly header: string;
};

/** One acknowledged change. */
export type Change = { readonly name: string; readonly entries: readonly Entry[] };

export type ParsedLog =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unfinished' }
  | {
      readonly kind: 'log';
      readonly belonging: Belonging;
      readonly changes: Change[];
      /** Where each change ends, in bytes from the start; `start` is where the first one begins. */
      readonly start: number;
      readonly ends: number[];
      /** What follows the last whole change: nothing, what a crash tore off, or damage with more behind it. */
      readonly tail: 'none' | 'torn' | 'damaged';
    };

export function encodeStart(belonging: Belonging): Buffer {
  return Buffer.concat([MAGIC, frame('', 0, JSON.stringify(belonging))]);
}

/** `number` counts the changes of this log from 1. */
export function encodeChange(belonging: Belonging, number: number, change: Change): Buffer {
  const sqls = new Map<string, number>();
  const steps = change.entries.map(({ sql, params }) => {
    const index = sqls.get(sql) ?? sqls.size;
    sqls.set(sql, index);
    return [index, ...params.map(asJson)];
  });
  return frame(belonging.checkpoint, number, JSON.stringify({ name: change.name, sql: [...sqls.keys()], steps }));
}

export function parseLog(bytes: Buffer): ParsedLog {
  const magic = bytes.subarray(0, MAGIC.length);
  if (!magic.equals(MAGIC.subarray(0, magic.length)))
    return isBlank(bytes) ? { kind: 'unfinished' } : { kind: 'unreadable' };
  const first = readFrame(bytes, MAGIC.length, '', 0);
  if (first.kind === 'torn') return { kind: 'unfinished' };
  if (first.kind === 'damaged') return { kind: 'unreadable' };
  const belonging = JSON.parse(first.json) as Belonging;
  const changes: Change[] = [];
  const ends: number[] = [];
  let at = first.end;
  while (at < bytes.length) {
    const next = readFrame(bytes, at, belonging.checkpoint, changes.length + 1);
    if (next.kind !== 'frame') return { kind: 'log', belonging, changes, start: first.end, ends, tail: next.kind };
    changes.push(asChange(next.json));
    at = next.end;
    ends.push(at);
  }
  return { kind: 'log', belonging, changes, start: first.end, ends, tail: 'none' };
}

type Frame = { kind: 'frame'; json: string; end: number } | { kind: 'torn' } | { kind: 'damaged' };

/**
 * A crash tears the last frame only: it ends early, or blocks of it are blank. A frame whose checksum is wrong though
 * written bytes follow it was spoilt later.
 */
function readFrame(bytes: Buffer, at: number, mark: string, number: number): Frame {
  if (bytes.length - at < FRAME_HEAD) return { kind: 'torn' };
  const end = at + FRAME_HEAD + bytes.readUInt32LE(at);
  if (end > bytes.length) return { kind: 'torn' };
  const payload = bytes.subarray(at + FRAME_HEAD, end);
  if (payload.length > 0 && digest(mark, number, payload).equals(bytes.subarray(at + 4, at + FRAME_HEAD))) {
    return { kind: 'frame', json: payload.toString('utf8'), end };
  }
  return isBlank(bytes.subarray(end)) ? { kind: 'torn' } : { kind: 'damaged' };
}

function frame(mark: string, number: number, json: string): Buffer {
  const payload = Buffer.from(json, 'utf8');
  const head = Buffer.alloc(4);
  head.writeUInt32LE(payload.length);
  return Buffer.concat([head, digest(mark, number, payload), payload]);
}

function digest(mark: string, number: number, payload: Uint8Array): Buffer {
  return createHash('sha256').update(`${mark}/${number}/`).update(payload).digest().subarray(0, DIGEST);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

/** JSON has no bytes and no infinities; both are wrapped. NaN is null to SQLite, as it is to JSON. */
type JsonValue = string | number | null | { readonly bytes: string } | { readonly number: string };

function asJson(value: SqlValue): JsonValue {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') };
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY || Object.is(value, -0)) {
    return { number: Object.is(value, -0) ? '-0' : String(value) };
  }
  return value;
}

function fromJson(value: JsonValue): SqlValue {
  if (value === null || typeof value !== 'object') return value;
  return 'bytes' in value ? new Uint8Array(Buffer.from(value.bytes, 'base64')) : Number(value.number);
}

function asChange(json: string): Change {
  const { name, sql, steps } = JSON.parse(json) as { name: string; sql: string[]; steps: [number, ...JsonValue[]][] };
  return {
    name,
    entries: steps.map(([index, ...params]) => ({ sql: sql[index]!, params: params.map(fromJson) })),
  };
}
