import type { ReadableDb, WritableDb } from '#engine/store/db.ts';

/** A value of the pilot's own, such as its currency; null where it was never set. */
export function pilotValue(db: ReadableDb, key: string): string | null {
  return db.get<{ value: string }>('SELECT value FROM pilot WHERE key = ?', [key])?.value ?? null;
}

export function setPilotValue(db: WritableDb, key: string, value: string): void {
  db.run('INSERT INTO pilot (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [
    key,
    value,
  ]);
}
