import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Known } from '#shared/api/contract.ts';
import type { Formatter } from '#shared/format/formatter.ts';
import type { ImportResult } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Page } from '../parts/Page.tsx';
import { usePlace } from '../parts/place.ts';
import { ReadOnlyNote } from '../parts/ReadOnlyNote.tsx';
import { FindCustomer } from './customer/FindCustomer.tsx';
import { MatchingCard } from './customer/MatchingCard.tsx';
import { TwoArmsCard } from './customer/TwoArmsCard.tsx';
import { DropExports } from './DropExports.tsx';
import { ImportedNote } from './ImportedNote.tsx';
import { knownSentence } from './known-words.ts';
import { MoneyCard } from './MoneyCard.tsx';
import { QuarantineCard } from './QuarantineCard.tsx';
import { ReachCard } from './ReachCard.tsx';
import { SourcesTable } from './SourcesTable.tsx';

/** What the pilot holds: its sources with their sums, the rows that did not get in, and the way in for more. */
export function SourcesScreen({ results }: { readonly results: readonly ImportResult[] }) {
  const format = useFormat();
  const { go } = usePlace();
  const sources = useRead('data.sources', {});
  const known = useRead('data.known', {});
  const readOnly = useReadOnlyReason() !== null;
  const [looked, setLooked] = useState<string | null>(null);
  const list = sources.data ?? [];
  // Right after a first import what was known before is still shown: nothing.
  const counted = known.data !== undefined && !(known.isFetching && known.data.customers === 0) ? known.data : null;
  const quarantined = list.reduce((sum, source) => sum + source.quarantined, 0);

  return (
    <Page
      actions={
        list.length > 0 && (
          <Button onClick={() => go('plan')} size="compact-sm" variant="default">
            Go on to the plan ›
          </Button>
        )
      }
      lead={counted === null || list.length === 0 ? undefined : knownSentence(counted, format)}
      title={titleOf(list.length, counted, format)}
    >
      <ReadOnlyNote />
      <Failure failure={sources.error ?? known.error} onRetry={() => void sources.refetch()} />
      <ImportedNote results={results} />
      {list.length > 0 && <FindCustomer />}
      <DropExports disabled={readOnly} />
      {sources.data !== undefined && list.length === 0 && (
        <EmptyState title="Nothing is known of these customers yet.">
          <p>
            Big data says what they did: orders, carts, e-mails sent. Small data says why: survey answers, complaints.
            Both help, and exports as they are will do.
          </p>
          <p>
            Two shapes work: many rows a customer, one for each thing that happened; or one row a customer, with the arm
            and the outcomes ready made. Every row becomes a record or stands in quarantine with its reason; nothing is
            dropped in silence.
          </p>
          <p>
            Known as they come: Shopify orders, customers and abandoned checkouts, Klaviyo, Mailchimp, Stripe, Zendesk,
            Typeform, SurveyMonkey, Qualtrics, HubSpot, tables of NPS answers and finished results. Anything else is
            judged column by column, and you have the last word.
          </p>
        </EmptyState>
      )}
      {list.length > 0 && <SourcesTable disabled={readOnly} onLook={(source) => setLooked(source)} sources={list} />}
      {list.length > 0 && <TwoArmsCard />}
      {quarantined > 0 && (
        <QuarantineCard key={looked ?? 'all'} onWiden={() => setLooked(null)} source={looked} sources={list} />
      )}
      {list.length > 0 && <MoneyCard />}
      {list.length > 0 && <ReachCard />}
      {list.length > 0 && <MatchingCard />}
    </Page>
  );
}

function titleOf(sources: number, known: Known | null, format: Formatter): string {
  if (sources === 0) return 'Bring the exports you already have.';
  const n = format.count(sources);
  if (known === null) return `${n} ${sources === 1 ? 'source is' : 'sources are'} in; customers are being counted.`;
  const customers = `${format.count(known.customers)} ${known.customers === 1 ? 'customer' : 'customers'}`;
  return `${n} ${sources === 1 ? 'source tells' : 'sources tell'} of ${customers}.`;
}
