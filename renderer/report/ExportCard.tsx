import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api/bridge.ts';
import { useChange } from '../api/use-change.ts';
import { useJob } from '../api/use-job.ts';
import { usePilot } from '../api/use-pilot.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Progress } from '../parts/Progress.tsx';
import styles from './Report.module.css';
import { type Written, WrittenReport } from './WrittenReport.tsx';

type Format = 'html' | 'pdf' | 'pptx' | 'xlsx' | 'json';

const formats: readonly { readonly format: Format; readonly name: string; readonly use: string }[] = [
  { format: 'html', name: 'Web page…', use: 'Opens in any browser, on a phone too; one file, no network.' },
  { format: 'pdf', name: 'PDF…', use: 'To print or attach; the same pages on paper.' },
  { format: 'pptx', name: 'Slides…', use: 'To show and to edit: native charts and tables.' },
  { format: 'xlsx', name: 'Workbook…', use: 'For the analyst: every figure as a number, with its definition.' },
  { format: 'json', name: 'JSON…', use: 'Every figure at full precision, to check or to work on.' },
];

/** Writes the report to a file of the user's choice. */
export function ExportCard() {
  const pilot = usePilot();
  const choose = useChange('app.chooseSave');
  const write = useJob('report.write');
  const [written, setWritten] = useState<Written | null>(null);

  const start = async (format: Format) => {
    const suggestedName = `${pilot?.name ?? 'Pilot'} report`;
    const file = await choose.mutateAsync({ suggestedName, extension: format });
    if (file === null) return;
    setWritten(null);
    const outcome = await write.start({ file: file.grant, format });
    if (outcome.ok) setWritten({ grant: file.grant, name: file.name, sha256: outcome.value.sha256 });
  };

  return (
    <Card subtitle="Each file stands alone" title="Send it">
      <div className={styles.stack}>
        {formats.map(({ format, name, use }, i) => (
          <div className={styles.format} key={format}>
            <Button
              disabled={write.running || choose.isPending}
              fullWidth
              onClick={() => void start(format).catch(() => undefined)}
              variant={i === 0 ? 'filled' : 'default'}
            >
              {name}
            </Button>
            <span className={styles.quiet}>{use}</span>
          </div>
        ))}
        <Progress beginning="Writing the report…" job="report.write" />
        <Failure failure={write.failure ?? choose.error} onDismiss={write.clear} />
        {written !== null && (
          <WrittenReport
            onOpen={() => call('app.openWritten', { file: written.grant })}
            onShow={() => call('app.show', { file: written.grant })}
            written={written}
          />
        )}
      </div>
    </Card>
  );
}
