import type { Key } from '#shared/identity/matching.ts';
import { createStore } from '../../api/store.ts';

/** Whose page is shown in place of the sources: by a key, since joins and cuts change a customer's number. */
type Shown = { readonly pilot: string; readonly key: Key };

const store = createStore<Shown | null>(null);

export const shownCustomer = { get: store.get, subscribe: store.subscribe };

export function showCustomer(pilot: string, key: Key): void {
  store.set({ pilot, key });
}

export function closeCustomer(): void {
  store.set(null);
}
