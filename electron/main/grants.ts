import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { GrantedFile } from '#shared/api/contract.ts';
import { PilotError } from '#shared/api/error.ts';

/**
 * Files the user allowed, by choosing them in a system dialog, dropping them on the window or opening them. The page
 * holds tokens; paths stay here, so that a page gone wrong cannot name a file nobody chose.
 */
export class Grants {
  readonly #paths = new Map<string, string>();
  readonly #tokens = new Map<string, string>();

  /** @returns the token of a path, the same one each time */
  give(path: string): GrantedFile {
    const grant = this.#tokens.get(path) ?? randomUUID();
    this.#tokens.set(path, grant);
    this.#paths.set(grant, path);
    return { grant, name: basename(path), bytes: sizeOf(path) };
  }

  /** @throws {PilotError} `not-granted` for a token never given */
  path(grant: unknown): string {
    const path = typeof grant === 'string' ? this.#paths.get(grant) : undefined;
    if (path !== undefined) return path;
    throw new PilotError('not-granted', 'This file has not been chosen in this session. Choose it again.');
  }

  /** Replaces the tokens in the named fields (one each, or a list) by paths. */
  resolve(input: unknown, fields: readonly string[]): unknown {
    if (fields.length === 0 || typeof input !== 'object' || input === null) return input;
    const resolved = new Map(Object.entries(input));
    for (const field of fields) {
      const value: unknown = resolved.get(field);
      resolved.set(field, Array.isArray(value) ? value.map((grant) => this.path(grant)) : this.path(value));
    }
    return Object.fromEntries(resolved);
  }
}

function sizeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : null;
}
