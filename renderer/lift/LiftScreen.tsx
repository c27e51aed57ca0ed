import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { Page } from '../parts/Page.tsx';
import { PageOutline } from '../parts/PageOutline.tsx';
import { FirstLook } from './FirstLook.tsx';
import { LiftPage } from './LiftPage.tsx';

/** The lift step: the last look at once, a new one on request. */
export function LiftScreen() {
  const last = useRead('lift.last', {});
  if (last.error !== null) {
    return (
      <Page title="The last look could not be read.">
        <Failure failure={last.error} onRetry={last.refetch} />
      </Page>
    );
  }
  if (last.data === undefined) return <PageOutline title="Reading the last look…" />;
  return last.data === null ? <FirstLook /> : <LiftPage lift={last.data} />;
}
