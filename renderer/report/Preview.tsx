import { useComputedColorScheme } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import styles from './Report.module.css';

/** The report itself, in a frame that can run nothing and reach nothing. */
export function Preview() {
  const theme = useComputedColorScheme('light');
  const preview = useRead('report.preview', { theme });
  return (
    <div className={styles.preview}>
      <Failure failure={preview.error} onRetry={preview.refetch} />
      {preview.data === undefined && preview.error === null && <p role="status">Writing the report…</p>}
      {preview.data !== undefined && (
        <iframe className={styles.frame} sandbox="" srcDoc={preview.data.html} title="Preview of the report" />
      )}
    </div>
  );
}
