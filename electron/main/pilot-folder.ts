import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { JsonFile } from './json-file.ts';

const remembered = z.object({ path: z.string().nullable() });

/**
 * The folder of pilots that was chosen last. Kept apart from the preferences, which the page may write: what it could
 * write here it could read.
 */
export class PilotFolder {
  readonly #file: JsonFile<typeof remembered>;

  constructor(folder: string) {
    this.#file = new JsonFile(join(folder, 'pilot-folder.json'), remembered, { path: null });
  }

  /** @returns its path; null where none was chosen, or it is gone */
  get(): string | null {
    const { path } = this.#file.read();
    return path !== null && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? path : null;
  }

  set(path: string): void {
    this.#file.write({ path });
  }
}
