import { useEffect, useSyncExternalStore } from 'react';
import { usePilot } from '../api/use-pilot.ts';
import { CustomerScreen } from './customer/CustomerScreen.tsx';
import { shownCustomer } from './customer/shown-customer.ts';
import { ExportScreen } from './ExportScreen.tsx';
import { openQueue, queue } from './queue.ts';
import { RefreshScreen } from './RefreshScreen.tsx';
import { SourcesScreen } from './SourcesScreen.tsx';

/** The data step: the export that is being brought in, else one customer, else what the pilot holds. */
export function DataScreen() {
  const pilot = usePilot()?.id ?? null;
  useEffect(() => {
    if (pilot !== null) openQueue(pilot);
  }, [pilot]);
  const { waiting, way, results, latest } = useSyncExternalStore(queue.subscribe, queue.get);
  const shown = useSyncExternalStore(shownCustomer.subscribe, shownCustomer.get);
  const first = waiting[0];
  if (first === undefined && shown !== null && shown.pilot === pilot) return <CustomerScreen shown={shown.key} />;
  if (first === undefined) return <SourcesScreen results={results} />;
  if (way === 'together' && waiting.length > 1) return <RefreshScreen waiting={waiting} />;
  return (
    <ExportScreen key={first.file.grant} left={waiting.length - 1} results={results.slice(0, latest)} waiting={first} />
  );
}
