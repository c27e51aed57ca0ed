import type { GrantedFile } from '#shared/api/contract.ts';
import type { Mapping, StatedFormat } from '#shared/records/mapping.ts';
import type { ImportResult } from '#shared/records/source.ts';
import { createStore } from '../api/store.ts';

/**
 * An export that waits to be imported. `format` is what the user said of how the file is written, `mapping` what they
 * made of its columns; null while they left it as it was suggested.
 */
export type Waiting = {
  readonly file: GrantedFile;
  readonly format: StatedFormat | null;
  readonly mapping: Mapping | null;
};

/** The exports that wait, the first being shown, and what the imports of this session did, the latest first. */
export type Queue = {
  readonly pilot: string;
  readonly waiting: readonly Waiting[];
  readonly results: readonly ImportResult[];
};

export const queue = createStore<Queue>({ pilot: '', waiting: [], results: [] });

/** What waits belongs to one pilot; another one begins with nothing. */
export function openQueue(pilot: string): void {
  if (queue.get().pilot !== pilot) queue.set({ pilot, waiting: [], results: [] });
}

export function addToQueue(files: readonly GrantedFile[]): void {
  const now = queue.get();
  queue.set({ ...now, waiting: [...now.waiting, ...files.map((file) => ({ file, format: null, mapping: null }))] });
}

/** Keeps what the user made of the export shown; nulls go back to the suggestion. */
export function keepChanges(changes: Pick<Waiting, 'format' | 'mapping'>): void {
  const now = queue.get();
  const [first, ...rest] = now.waiting;
  if (first !== undefined) queue.set({ ...now, waiting: [{ ...first, ...changes }, ...rest] });
}

/** The export shown is done with: imported, or left out. */
export function takeNext(result: ImportResult | null): void {
  const now = queue.get();
  const results = result === null ? now.results : [result, ...now.results];
  queue.set({ ...now, waiting: now.waiting.slice(1), results });
}

export function forgetResults(): void {
  queue.set({ ...queue.get(), results: [] });
}
