import type { GrantedFile } from '#shared/api/contract.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import type { ImportResult } from '#shared/records/source.ts';
import { createStore } from '../api/store.ts';

/** An export that waits to be imported. `mapping` is null until the user changed what was suggested. */
export type Waiting = { readonly file: GrantedFile; readonly mapping: Mapping | null };

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
  queue.set({ ...now, waiting: [...now.waiting, ...files.map((file) => ({ file, mapping: null }))] });
}

/** Keeps what the user changed in the mapping of the export shown; null goes back to the suggestion. */
export function remap(mapping: Mapping | null): void {
  const now = queue.get();
  const [first, ...rest] = now.waiting;
  if (first !== undefined) queue.set({ ...now, waiting: [{ ...first, mapping }, ...rest] });
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
