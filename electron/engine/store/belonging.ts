import { randomUUID } from 'node:crypto';
import type { Connection } from './connection.ts';
import type { Belonging } from './log-format.ts';

/** What the file says of itself in table `pilot`; `header` comes from its bytes. */
type Marks = Omit<Belonging, 'header'>;

/** Reads a file's marks, `header` being the digest of its first bytes; or null when they are missing or cannot be read, which no whole pilot is. */
export function readBelonging(connection: Connection, header: string): Belonging | null {
  try {
    const rows = connection.all<{ key: string; value: string }>(
      "SELECT key, value FROM pilot WHERE key IN ('id', 'generation', 'checkpoint')",
    );
    const { id, generation, checkpoint } = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
    if (id === undefined || generation === undefined || checkpoint === undefined) return null;
    return { pilot: id, generation: Number(generation), checkpoint, header };
  } catch {
    return null;
  }
}

/** The marks of a pilot that never was on disk. */
export function newMarks(): Marks {
  return { pilot: randomUUID(), generation: 0, checkpoint: randomUUID() };
}

/** The marks that the next checkpoint writes. */
export function raised(marks: Marks): Marks {
  return { pilot: marks.pilot, generation: marks.generation + 1, checkpoint: randomUUID() };
}

/** Writes the marks into the database in memory, in a transaction of its own. */
export function writeMarks(connection: Connection, marks: Marks): void {
  connection.begin();
  for (const [key, value] of [
    ['id', marks.pilot],
    ['generation', String(marks.generation)],
    ['checkpoint', marks.checkpoint],
  ] as const) {
    connection.run('INSERT OR REPLACE INTO pilot (key, value) VALUES (?, ?)', [key, value]);
  }
  connection.commit();
}

export function sameBelonging(a: Belonging, b: Belonging): boolean {
  return a.pilot === b.pilot && a.generation === b.generation && a.checkpoint === b.checkpoint && a.header === b.header;
}
