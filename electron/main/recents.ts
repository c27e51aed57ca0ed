import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { PilotError } from '#shared/api/error.ts';
import { type PilotSummary, type RecentPilot, recentPilot } from '#shared/api/summary.ts';
import { JsonFile } from './json-file.ts';

const kept = recentPilot.omit({ missing: true });
const LONGEST = 20;

/** The pilots opened lately, last one first, with what the home screen tells of each. */
export class Recents {
  readonly #file: JsonFile<z.ZodArray<typeof kept>>;

  constructor(folder: string) {
    this.#file = new JsonFile(join(folder, 'recent.json'), z.array(kept), []);
  }

  list(): RecentPilot[] {
    return this.#file.read().map((pilot) => ({ ...pilot, missing: !existsSync(pilot.file) }));
  }

  /** Puts the pilot first, or brings its line up to date. */
  note(file: string, summary: PilotSummary): void {
    const id = createHash('sha256').update(file).digest('hex').slice(0, 16);
    const before = this.#file.read();
    const known = before.find((pilot) => pilot.id === id);
    const line = {
      id,
      file,
      name: summary.name,
      openedAt: known?.openedAt ?? new Date().toISOString(),
      reached: summary.reached,
      nextAction: summary.nextAction,
      lastLook: summary.lastLook,
    };
    this.#file.write([line, ...before.filter((pilot) => pilot.id !== id)].slice(0, LONGEST));
  }

  /** Notes that the pilot was opened now. */
  opened(file: string, summary: PilotSummary): void {
    this.#file.write(this.#file.read().filter((pilot) => pilot.file !== file));
    this.note(file, summary);
    app.addRecentDocument(file);
  }

  forget(id: string): void {
    this.#file.write(this.#file.read().filter((pilot) => pilot.id !== id));
  }

  /** @throws {PilotError} when the pilot is not in the list or its file is gone */
  fileOf(id: string): string {
    const found = this.#file.read().find((pilot) => pilot.id === id);
    if (found === undefined) throw new PilotError('not-recent', 'This pilot is no longer in the list.');
    if (existsSync(found.file)) return found.file;
    throw new PilotError('missing', `${found.file} is not there any more. Was it moved, or is a drive not connected?`);
  }
}
