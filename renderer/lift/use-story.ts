import { useMemo } from 'react';
import type { Failure } from '#shared/api/error.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import { type Story, storyOf } from '#shared/report/story.ts';
import { usePilot } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';

/** The look as the report tells it, once all that it is told with has been read. */
export type StoryRead =
  | { readonly kind: 'told'; readonly story: Story }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: () => void };

/** Tells the look as the report does, so that screen and report say the same in the same words. */
export function useStory(lift: LiftResult): StoryRead {
  const pilot = usePilot();
  const reads = [
    useRead('charter.get', {}),
    useRead('plan.get', {}),
    useRead('data.sources', {}),
    useRead('lift.looks', {}),
    useRead('app.info', {}),
  ] as const;
  const [charter, planState, sources, looks, info] = [
    reads[0].data,
    reads[1].data,
    reads[2].data,
    reads[3].data,
    reads[4].data,
  ];
  const story = useMemo(() => {
    if (pilot === null || !charter || !planState || !sources || !looks || !info) return null;
    return storyOf({
      summary: { id: pilot.id, name: pilot.name },
      charter,
      planState,
      lift,
      sources,
      looks,
      generatedAt: lift.asOf,
      language: 'en',
      locale: info.locale,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      versions: { pilotlight: info.version },
    });
  }, [pilot, charter, planState, sources, looks, info, lift]);
  if (story !== null) return { kind: 'told', story };
  const failed = reads.find(({ error }) => error !== null);
  if (failed?.error == null) return { kind: 'reading' };
  return { kind: 'failed', failure: failed.error, retry: () => void failed.refetch() };
}
