import { useSyncExternalStore } from 'react';
import type { PortfolioRow } from '#shared/report/portfolio/portfolio-row.ts';
import { createStore } from '../api/store.ts';

/** The folder read last, so that coming home again need not read it anew. */
export const portfolioRows = createStore<{
  readonly folder: string;
  readonly rows: readonly PortfolioRow[];
} | null>(null);

/** The rows of a folder; null until they are read. */
export function usePortfolioRows(folder: string | null): readonly PortfolioRow[] | null {
  const known = useSyncExternalStore(portfolioRows.subscribe, portfolioRows.get);
  return known !== null && known.folder === folder ? known.rows : null;
}
