import type { GrantedFile } from '#shared/api/contract.ts';
import type { Mapping, StatedFormat } from '#shared/records/mapping.ts';
import type { ImportResult } from '#shared/records/source.ts';
import { createStore } from '../api/store.ts';

/**
 * An export that waits to be imported. `preset` is the layout the user takes it for (`none` for none of them), `format`
 * what they said of how the file is written, `mapping` what they made of its columns; null while they left it as it was
 * suggested.
 */
export type Waiting = {
  readonly file: GrantedFile;
  readonly preset: string | null;
  readonly format: StatedFormat | null;
  readonly mapping: Mapping | null;
};

/**
 * The exports that wait, and what the imports of this session did, the latest first. Several that came at once are first
 * shown `together`: those known from earlier go in with one click, the others one by one.
 */
export type Queue = {
  readonly pilot: string;
  readonly way: 'together' | 'one-by-one';
  readonly waiting: readonly Waiting[];
  readonly results: readonly ImportResult[];
  /** How many of the results came last, from one file or several at once. */
  readonly latest: number;
};

export const queue = createStore<Queue>({ pilot: '', way: 'one-by-one', waiting: [], results: [], latest: 0 });

/** What waits belongs to one pilot; another one begins with nothing. */
export function openQueue(pilot: string): void {
  if (queue.get().pilot !== pilot) queue.set({ pilot, way: 'one-by-one', waiting: [], results: [], latest: 0 });
}

export function addToQueue(files: readonly GrantedFile[]): void {
  const now = queue.get();
  const added = files.map((file) => ({ file, preset: null, format: null, mapping: null }));
  const way = files.length > 1 ? 'together' : now.way;
  queue.set({ ...now, way, waiting: [...now.waiting, ...added] });
}

/** Keeps what the user made of the export shown; nulls go back to the suggestion. */
export function keepChanges(changes: Pick<Waiting, 'preset' | 'format' | 'mapping'>): void {
  const now = queue.get();
  const [first, ...rest] = now.waiting;
  if (first !== undefined) queue.set({ ...now, waiting: [{ ...first, ...changes }, ...rest] });
}

/** The export shown, or the one with this grant, is done with: imported, or left out. */
export function takeNext(result: ImportResult | null, grant = queue.get().waiting[0]?.file.grant): void {
  const now = queue.get();
  const waiting = now.waiting.filter(({ file }) => file.grant !== grant);
  queue.set(result === null ? { ...now, waiting } : { ...now, waiting, results: [result, ...now.results], latest: 1 });
}

/** From now on the exports that wait are gone through one after the other, the one with this grant first. */
export function goOneByOne(first: string | null): void {
  const now = queue.get();
  const chosen = now.waiting.filter(({ file }) => file.grant === first);
  const others = now.waiting.filter(({ file }) => file.grant !== first);
  queue.set({ ...now, way: 'one-by-one', waiting: [...chosen, ...others] });
}

/** These exports are done with, all at once; the others are gone through one by one. */
export function takeTogether(grants: ReadonlySet<string>, results: readonly ImportResult[]): void {
  const now = queue.get();
  const waiting = now.waiting.filter(({ file }) => !grants.has(file.grant));
  queue.set({ ...now, way: 'one-by-one', waiting, results: [...results, ...now.results], latest: results.length });
}

export function forgetResults(): void {
  queue.set({ ...queue.get(), results: [], latest: 0 });
}
