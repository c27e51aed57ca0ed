import { type ReactNode, useDeferredValue } from 'react';

/** What lies below the fold: drawn in a second pass, so that the first picture does not wait for it. */
export function Later({ children }: { readonly children: ReactNode }) {
  const now = useDeferredValue(true, false);
  return now ? children : null;
}
