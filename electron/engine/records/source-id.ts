import type { ReadableDb } from '#engine/store/db.ts';
import { PilotError } from '#shared/api/error.ts';

/** A source's number as people type it. */
export function sourceId(number: number): string {
  return `s${number}`;
}

/** The number of a source that exists, by what people type (`s3`, `3`). Throws a PilotError for any other. */
export function sourceNumber(db: ReadableDb, id: string): number {
  const number = Number(/^s?(\d{1,9})$/i.exec(id.trim())?.[1] ?? Number.NaN);
  if (!Number.isNaN(number) && db.get('SELECT id FROM source WHERE id = ?', [number]) !== undefined) return number;
  const known = db.all<{ id: number }>('SELECT id FROM source ORDER BY id').map((source) => sourceId(source.id));
  const choice = known.length === 0 ? 'Nothing has been imported yet.' : `The sources are ${known.join(', ')}.`;
  throw new PilotError('no-such-source', `This pilot has no source "${id}". ${choice}`);
}
