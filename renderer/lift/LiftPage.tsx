import { Button } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import type { Story } from '#shared/report/story.ts';
import { Failure } from '../parts/Failure.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { Page } from '../parts/Page.tsx';
import { PageOutline } from '../parts/PageOutline.tsx';
import { ReadOnlyNote } from '../parts/ReadOnlyNote.tsx';
import { FlowCard } from './FlowCard.tsx';
import { InvalidBanner } from './InvalidBanner.tsx';
import styles from './Lift.module.css';
import { LookButton } from './LookButton.tsx';
import { LookProgress } from './LookProgress.tsx';
import { LooksCard } from './LooksCard.tsx';
import { MethodDrawer } from './MethodDrawer.tsx';
import { NoteEvent } from './NoteEvent.tsx';
import { ArmsPicture, CoursePictures } from './Pictures.tsx';
import { ResultsCard } from './ResultsCard.tsx';
import { SegmentsCard } from './SegmentsCard.tsx';
import { SensitivityCard } from './SensitivityCard.tsx';
import { TrustCard } from './TrustCard.tsx';
import { timeLeft } from './time-left.ts';
import { useStory } from './use-story.ts';
import { VerdictCard } from './VerdictCard.tsx';

/** What the last look found: the finding first, then whether it can be trusted, then how it was computed. */
export function LiftPage({ lift }: { readonly lift: LiftResult }) {
  const read = useStory(lift);
  switch (read.kind) {
    case 'told':
      return <LiftStory story={read.story} />;
    case 'reading':
      return <PageOutline title="Reading the last look…" />;
    case 'failed':
      return (
        <Page title="The last look could not be read.">
          <Failure failure={read.failure} onRetry={read.retry} />
        </Page>
      );
  }
}

function LiftStory({ story }: { readonly story: Story }) {
  const [method, { open, close, toggle }] = useDisclosure(false);
  useHotkeys([['m', toggle]]);
  const { lift, planState } = story;
  return (
    <Page
      actions={
        <>
          <span className={styles.left}>{timeLeft(planState, lift)}</span>
          <LookButton prominence="small" />
          <NoteEvent />
          <Button
            aria-keyshortcuts="M"
            onClick={open}
            rightSection={<KeyHint keys="M" />}
            size="compact-sm"
            variant="default"
          >
            Show the method
          </Button>
        </>
      }
      lead={lift.range}
      title={lift.headline}
    >
      <ReadOnlyNote />
      <LookProgress />
      <InvalidBanner lift={lift} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {lift.verdict !== 'invalid' && <VerdictCard story={story} />}
          <CoursePictures story={story} />
          <ResultsCard story={story} />
          <ArmsPicture story={story} />
          <SensitivityCard story={story} />
          <SegmentsCard story={story} />
        </div>
        <div className={styles.side}>
          <TrustCard story={story} />
          <FlowCard story={story} />
          <LooksCard story={story} />
        </div>
      </div>
      <MethodDrawer onClose={close} opened={method} story={story} />
    </Page>
  );
}
