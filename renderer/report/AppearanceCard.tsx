import { useRef } from 'react';
import type { ReportOptions } from '#shared/report/report-options.ts';
import { useChange } from '../api/use-change.ts';
import { usePilot } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { AppearanceForm } from './AppearanceForm.tsx';

/** Whose report it is, and for which reader: kept in the pilot, so that the next report looks the same. */
export function AppearanceCard() {
  const pilot = usePilot();
  const options = useRead('report.options', {});
  if (options.data === undefined) return <Failure failure={options.error} onRetry={options.refetch} />;
  return <Editor disabled={pilot?.mode !== 'writer'} key={pilot?.id} options={options.data} />;
}

/** Two fields left shortly after each other are two changes of one value: the second builds on the first. */
function Editor({ options, disabled }: { readonly options: ReportOptions; readonly disabled: boolean }) {
  const set = useChange('report.setOptions');
  const latest = useRef(options);
  if (!set.isPending) latest.current = options;
  const change = (part: Partial<ReportOptions>) => {
    latest.current = { ...latest.current, ...part };
    set.mutate({ options: latest.current });
  };
  return (
    <Card subtitle="Kept in the pilot, for every report of it" title="How it looks">
      <AppearanceForm disabled={disabled} onChange={change} options={options} />
      <Failure failure={set.error} onDismiss={set.reset} />
    </Card>
  );
}
