import { Drawer } from '@mantine/core';
import { useMemo } from 'react';
import { methodsSection } from '#shared/report/section/methods.ts';
import { metricBlocks } from '#shared/report/section/metric.ts';
import { recomputeSection } from '#shared/report/section/recompute.ts';
import type { Story } from '#shared/report/story.ts';
import { Blocks } from '../charts/Blocks.tsx';
import { MetricSql } from '../parts/MetricSql.tsx';
import { MetricRecipe } from './MetricRecipe.tsx';

type Props = { readonly story: Story; readonly opened: boolean; readonly onClose: () => void };

/** How every figure came about: counts, formula, method and its source, enough to recompute it. */
export function MethodDrawer({ story, opened, onClose }: Props) {
  return (
    <Drawer
      closeButtonProps={{ 'aria-label': 'Close' }}
      onClose={onClose}
      opened={opened}
      position="right"
      size="38rem"
      title="How it was computed"
    >
      <Methods story={story} />
    </Drawer>
  );
}

/** Worked out when it is opened: beliefs are integrals, which the screen behind need not wait for. */
function Methods({ story }: { readonly story: Story }) {
  const metrics = useMemo(() => story.lift.metrics.flatMap((metric) => metricBlocks(metric, story)), [story]);
  const { plan } = story.planState;
  const again = useMemo(() => recomputeSection(story), [story]);
  const methods = useMemo(() => methodsSection(story), [story]);
  return (
    <>
      <Blocks blocks={metrics} />
      <h2>As SQL</h2>
      {plan.metrics.map(({ id, name }) => (
        <section aria-label={name ?? id} key={id}>
          <h3>{name ?? id}</h3>
          <MetricSql asOf={story.lift.asOf} metric={id} plan={plan} />
          {story.lift.metrics.map((result) =>
            result.id === id && result.withheld === null ? (
              <MetricRecipe asOf={story.lift.asOf} key={result.treatment} plan={plan} result={result} />
            ) : null,
          )}
        </section>
      ))}
      <h2>{again.title}</h2>
      <Blocks blocks={again.blocks} />
      <h2>{methods.title}</h2>
      <Blocks blocks={methods.blocks} />
    </>
  );
}
