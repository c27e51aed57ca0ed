import { join } from 'node:path';
import { nativeTheme } from 'electron';
import { z } from 'zod';
import { PilotError } from '#shared/api/error.ts';
import { JsonFile } from './json-file.ts';

const preferences = z.record(z.string(), z.unknown());
const theme = z.enum(['light', 'dark', 'system']);
const LONGEST = 20_000;

/** Small settings of this machine's user; `theme` also turns the native parts of the window. */
export class Prefs {
  readonly #file: JsonFile<typeof preferences>;

  constructor(folder: string) {
    this.#file = new JsonFile(join(folder, 'preferences.json'), preferences, {});
    this.#turn();
  }

  all(): Record<string, unknown> {
    return this.#file.read();
  }

  set(key: string, value: unknown): void {
    const next = Object.fromEntries([...Object.entries(this.#file.read()), [key, value]]);
    if (JSON.stringify(next).length > LONGEST) {
      throw new PilotError('too-large', `The setting ${key} is too large to keep.`);
    }
    this.#file.write(next);
    this.#turn();
  }

  #turn(): void {
    const wanted = theme.safeParse(this.all().theme);
    nativeTheme.themeSource = wanted.success ? wanted.data : 'system';
  }
}
