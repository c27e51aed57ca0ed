import { PilotError } from '#shared/api/error.ts';
import { type DatedEvent, datedEvent, type NewEvent } from '#shared/lift/dated-event.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';

/** Everything that was noted on the time line, oldest first. */
export function readEvents(db: ReadableDb): DatedEvent[] {
  const rows = db.all('SELECT id, at, until, note, kind FROM event ORDER BY at, id');
  return rows.map((row) => datedEvent.parse(row));
}

export function addEvent(db: WritableDb, { at, until, note, kind }: NewEvent): void {
  db.run('INSERT INTO event (at, until, note, kind) VALUES (?, ?, ?, ?)', [at, until, note, kind]);
}

/** @throws PilotError `no-such-event` */
export function removeEvent(db: WritableDb, id: number): void {
  const known = db.get<{ n: number }>('SELECT count(*) AS n FROM event WHERE id = ?', [id])?.n ?? 0;
  if (known === 0) throw new PilotError('no-such-event', 'This event is not on the time line any more.');
  db.run('DELETE FROM event WHERE id = ?', [id]);
}
