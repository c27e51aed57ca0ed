import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId, useMemo } from 'react';
import type { Segments } from '#shared/lift/lift-result.ts';
import { forestTable, segmentsShown } from '#shared/report/section/segments.ts';
import type { Story } from '#shared/report/story.ts';
import { FigureTable, noMarks } from '../charts/FigureTable.tsx';
import { Card } from '../parts/Card.tsx';
import { Chip } from '../parts/Chip.tsx';
import styles from './Lift.module.css';

/** For whom: closed until somebody asks, so that it never outshouts whether there is a lift at all. */
export function SegmentsCard({ story }: { readonly story: Story }) {
  const [opened, { toggle }] = useDisclosure(false);
  const body = useId();
  const shown = useMemo(() => segmentsShown(story), [story]);
  if (shown.length === 0) return null;
  return (
    <Card
      aside={
        <Button aria-controls={body} aria-expanded={opened} onClick={toggle} size="compact-sm" variant="default">
          {opened ? 'Hide the groups' : 'Show the groups'}
        </Button>
      }
      padding="flush"
      subtitle={`By ${shown.map(({ trait }) => trait).join(', ')}; the lift of all is what decides`}
      title="For whom?"
    >
      <Collapse expanded={opened} id={body}>
        {shown.map((one) => (
          <OneTrait key={one.trait} segments={one} story={story} />
        ))}
      </Collapse>
    </Card>
  );
}

function OneTrait({ segments, story }: { readonly segments: Segments; readonly story: Story }) {
  const table = useMemo(() => forestTable(segments, story), [segments, story]);
  return (
    <div className={styles.flush}>
      <p className={styles.group}>
        {segments.sentence} <Chip tone="quiet">{story.text.report.segments.kind[segments.kind]}</Chip>
      </p>
      <FigureTable marks={noMarks} table={table} />
    </div>
  );
}
