import { useMemo } from 'react';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import { type Story, storyOf } from '#shared/report/story.ts';
import { usePilot } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';

/** The look as the report tells it, so that screen and report say the same in the same words; null until all is read. */
export function useStory(lift: LiftResult): Story | null {
  const pilot = usePilot();
  const charter = useRead('charter.get', {}).data;
  const planState = useRead('plan.get', {}).data;
  const sources = useRead('data.sources', {}).data;
  const looks = useRead('lift.looks', {}).data;
  const info = useRead('app.info', {}).data;
  return useMemo(() => {
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
}
