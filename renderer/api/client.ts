import { keepPreviousData, QueryClient } from '@tanstack/react-query';
import type { CallName } from '#shared/api/contract.ts';

/** What the page knows of main and engine. Both are on this machine: nothing is retried, nothing waits for a network. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      // While something else is asked for, what was there stays: nothing jumps.
      placeholderData: keepPreviousData,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** These read a file or the system, not the pilot: a change of the pilot leaves them as they are. */
const untouched: ReadonlySet<CallName> = new Set(['app.info', 'app.prefs', 'pilot.templates', 'data.guess']);

/** What was guessed of files rests on what the pilot remembers: after an import those still to come are looked at anew. */
export function forgetGuesses(): void {
  client.removeQueries({ queryKey: ['data.guess'], type: 'inactive' });
}

/** After a change every read of the pilot is asked again where it is shown, and dropped where it is not. */
export async function forgetReads(): Promise<void> {
  await client.invalidateQueries({ predicate: (query) => !untouched.has(query.queryKey[0] as CallName) });
}
