import { usePilot } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { Page } from '../parts/Page.tsx';
import { CharterEditor } from './CharterEditor.tsx';

/** The charter step: the agreement before any data. */
export function CharterScreen() {
  const pilot = usePilot();
  const charter = useRead('charter.get', {});
  if (pilot === null || charter.data === undefined) {
    return (
      <Page title="The charter">
        <Failure failure={charter.error} onRetry={() => void charter.refetch()} />
      </Page>
    );
  }
  return <CharterEditor key={pilot.id} pilot={pilot.id} stored={charter.data} />;
}
