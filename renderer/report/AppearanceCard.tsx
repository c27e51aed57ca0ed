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
  const set = useChange('report.setOptions');
  if (options.data === undefined) return <Failure failure={options.error} onRetry={options.refetch} />;
  const { data } = options;
  return (
    <Card subtitle="Kept in the pilot, for every report of it" title="How it looks">
      <AppearanceForm
        disabled={pilot?.mode !== 'writer'}
        key={data.company}
        onChange={(part: Partial<ReportOptions>) => set.mutate({ options: { ...data, ...part } })}
        options={data}
      />
      <Failure failure={set.error} onDismiss={set.reset} />
    </Card>
  );
}
