import type { Output } from '#shared/api/contract.ts';
import { usePilot } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { QuotesCard } from './QuotesCard.tsx';
import { SectionsCard } from './SectionsCard.tsx';
import { SignOffCard } from './SignOffCard.tsx';
import { useArrangement } from './use-arrangement.ts';

/** What the lead decides before the report is sent: sections and notes, the words of customers, who signs. */
export function ArrangeCards() {
  const pilot = usePilot();
  const read = useRead('report.arrangement', {});
  if (read.data === undefined) return <Failure failure={read.error} onRetry={read.refetch} />;
  return read.data === null ? null : <Cards data={read.data} key={pilot?.id} />;
}

function Cards({ data }: { readonly data: NonNullable<Output<'report.arrangement'>> }) {
  const { quotes, fingerprint, people } = data;
  const arranging = useArrangement(data.arrangement);
  const arrangement = arranging.current;
  return (
    <>
      <SectionsCard arrangement={arrangement} arranging={arranging} />
      <QuotesCard arrangement={arrangement} arranging={arranging} quotes={quotes} />
      <SignOffCard arrangement={arrangement} arranging={arranging} fingerprint={fingerprint} people={people} />
      <Failure failure={arranging.failure} onDismiss={arranging.dismiss} />
    </>
  );
}
