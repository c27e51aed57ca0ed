import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/**
 * A small file of settings. What cannot be read counts as absent: settings are a convenience, and a broken file of
 * them must not keep anybody from a pilot.
 */
export class JsonFile<Schema extends z.ZodType> {
  readonly #path: string;
  readonly #schema: Schema;
  readonly #absent: z.output<Schema>;

  constructor(path: string, schema: Schema, absent: z.output<Schema>) {
    this.#path = path;
    this.#schema = schema;
    this.#absent = absent;
  }

  read(): z.output<Schema> {
    try {
      const parsed = this.#schema.safeParse(JSON.parse(readFileSync(this.#path, 'utf8')));
      return parsed.success ? parsed.data : this.#absent;
    } catch {
      return this.#absent;
    }
  }

  write(value: z.output<Schema>): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    const beside = `${this.#path}.new`;
    writeFileSync(beside, JSON.stringify(value, null, 2));
    renameSync(beside, this.#path);
  }
}
