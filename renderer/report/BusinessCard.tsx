import { usePilot } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { BusinessForm } from './BusinessForm.tsx';

/** From lift to money: every assumption behind it can be changed here, with its source. */
export function BusinessCard() {
  const pilot = usePilot();
  const worth = useRead('business.get', {});
  if (worth.data === undefined) return <Failure failure={worth.error} onRetry={worth.refetch} />;
  if (worth.data === null || worth.data.lines.length === 0) return null;
  const { lines, edited, business, currency } = worth.data;
  return (
    <BusinessForm
      business={business}
      currency={currency}
      edited={edited}
      key={JSON.stringify(lines)}
      lines={lines}
      mode={pilot?.mode ?? 'reader'}
    />
  );
}
