import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { usePilot } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { Page } from '../parts/Page.tsx';
import { Progress } from '../parts/Progress.tsx';
import { usePlace } from '../parts/place.ts';
import styles from './HomeScreen.module.css';
import { OpeningFailure } from './OpeningFailure.tsx';
import { PortfolioCard } from './PortfolioCard.tsx';
import { RecentPilots } from './RecentPilots.tsx';
import { Templates } from './Templates.tsx';
import { useDroppedPilot } from './use-dropped-pilot.ts';
import { useOpening } from './use-opening.ts';
import { useSample } from './use-sample.ts';

/** Home: pilots under way, and the way into a new one. */
export function HomeScreen() {
  const { go } = usePlace();
  const pilot = usePilot();
  const recent = useRead('app.recent', {});
  const opening = useOpening(go);
  const sample = useSample(go);
  const dropped = useDroppedPilot(opening);
  const folder = useRead('app.pilotFolder', {}).data ?? null;
  const portfolio = <PortfolioCard opening={opening} />;
  const some = (recent.data ?? []).length > 0;

  return (
    <Page
      actions={
        <Button onClick={() => void opening.choose()} size="compact-sm" variant="default">
          Open a pilot…
        </Button>
      }
      lead="Take one pain point, try one answer on some customers and not on others, and measure the difference honestly."
      title={some ? 'Go on with a pilot, or start a small one.' : 'Think big, start small: begin with one pain point.'}
    >
      {pilot !== null && (
        <p className={styles.open}>
          <b>{pilot.name}</b> is open.{' '}
          <Button onClick={() => go(pilot.reached)} size="compact-sm" variant="light">
            Back to it
          </Button>
        </p>
      )}
      <OpeningFailure opening={opening} />
      <Failure failure={dropped.failure} onDismiss={dropped.clear} />
      <Failure failure={sample.failure} onDismiss={sample.clear} />
      <Progress beginning="Opening the pilot" job="pilot.open" />
      <Progress beginning="Opening the sample shop" job="pilot.createSample" />
      <Failure failure={recent.error} onRetry={() => void recent.refetch()} />
      {some && <RecentPilots opening={opening} pilots={recent.data ?? []} />}
      {folder !== null && portfolio}
      <Templates onSample={() => void sample.make()} />
      {folder === null && portfolio}
      <Dropzone.FullScreen active withinPortal={false} onDrop={(files) => void dropped.take(files)}>
        <p className={styles.drop}>Drop a .pilot file to open it.</p>
      </Dropzone.FullScreen>
    </Page>
  );
}
