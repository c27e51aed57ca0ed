import type { ReadableDb, WritableDb } from '#engine/store/db.ts';
import type { Heirs } from './heirs.ts';

/** A kept row's digest, as its source has it: 64 bits of its key, 32 of its content, its line. */
const BYTES_PER_DIGEST = 16;
const LINE_AT = 12;

/** Goes through the rows a source kept, by what tells them apart, in the order in which they were kept. */
export function eachDigest(db: ReadableDb, source: number, use: (key: string, line: number) => void): void {
  const digests = digestsOf(db, source);
  const view = new DataView(digests.buffer, digests.byteOffset, digests.byteLength);
  for (let at = 0; at + BYTES_PER_DIGEST <= digests.byteLength; at += BYTES_PER_DIGEST) {
    use(`${view.getInt32(at, true)} ${view.getInt32(at + 4, true)}`, view.getInt32(at + LINE_AT, true));
  }
}

/**
 * Gives the digests of rows that were passed on to the sources that have them now. They stand before a source's own:
 * its later version of such a row is still the one that counts.
 */
export function passDigestsOn(db: WritableDb, source: number, heirs: Heirs): void {
  const digests = digestsOf(db, source);
  const view = new DataView(digests.buffer, digests.byteOffset, digests.byteLength);
  const rows = new Map<number, number>();
  for (const [, heir] of heirs) rows.set(heir.source, (rows.get(heir.source) ?? 0) + 1);
  const passed = new Map([...rows].map(([id, n]) => [id, { bytes: new Uint8Array(n * BYTES_PER_DIGEST), filled: 0 }]));
  for (let at = 0; at + BYTES_PER_DIGEST <= digests.byteLength; at += BYTES_PER_DIGEST) {
    const heir = heirs.get(view.getInt32(at + LINE_AT, true));
    if (heir === undefined) continue;
    const to = passed.get(heir.source)!;
    to.bytes.set(digests.subarray(at, at + BYTES_PER_DIGEST), to.filled);
    new DataView(to.bytes.buffer).setInt32(to.filled + LINE_AT, heir.line, true);
    to.filled += BYTES_PER_DIGEST;
  }
  for (const [id, { bytes, filled }] of passed) {
    const all = Buffer.concat([bytes.subarray(0, filled), digestsOf(db, id)]);
    db.run('DELETE FROM row_digest WHERE source = ?', [id]);
    addDigests(db, id, all);
  }
}

const EMPTY = new Uint8Array(0);

/** Adds the digests of rows that a source got later. */
export function addDigests(db: WritableDb, source: number, digests: Uint8Array): void {
  db.run('INSERT INTO row_digest (source, digests) VALUES (?, ?)', [source, digests]);
}

function digestsOf(db: ReadableDb, source: number): Uint8Array {
  const parts = db.all<{ digests: Uint8Array }>('SELECT digests FROM row_digest WHERE source = ? ORDER BY id', [
    source,
  ]);
  return parts.length === 0 ? EMPTY : Buffer.concat(parts.map(({ digests }) => digests));
}
