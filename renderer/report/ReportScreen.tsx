import { Button } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Page } from '../parts/Page.tsx';
import { PageOutline } from '../parts/PageOutline.tsx';
import { usePlace } from '../parts/place.ts';
import { ReportPage } from './ReportPage.tsx';

/** The report step: what the sponsor will read, and the files to send. */
export function ReportScreen() {
  const last = useRead('lift.last', {});
  const { go } = usePlace();
  if (last.error !== null) return <Failure failure={last.error} onRetry={last.refetch} />;
  if (last.data === undefined) return <PageOutline title="Reading the last look…" />;
  if (last.data !== null) return <ReportPage lift={last.data} />;
  return (
    <Page lead="The report tells what a look at the lift found." title="There is nothing to report yet.">
      <EmptyState action={<Button onClick={() => go('lift')}>Go to the lift</Button>} title="Look at the lift first.">
        <p>
          A sponsor has two minutes: did it work, what is the risk, what do you ask of me. The report answers on one
          page and keeps the details behind it.
        </p>
      </EmptyState>
    </Page>
  );
}
