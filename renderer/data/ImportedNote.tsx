import { Button } from '@mantine/core';
import type { ImportResult } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { Card } from '../parts/Card.tsx';
import { RowSum } from '../parts/RowSum.tsx';
import { ImportedFiles } from './ImportedFiles.tsx';
import styles from './ImportedNote.module.css';
import { forgetResults } from './queue.ts';
import { isLeftOut, Warnings } from './Warnings.tsx';

type Count = 'rowsRead' | 'kept' | 'replaced' | 'duplicates' | 'quarantined' | 'customersNew';

/** What the imports of this session did, with their row sum; the table of sources tells each apart. */
export function ImportedNote({ results }: { readonly results: readonly ImportResult[] }) {
  const format = useFormat();
  const [latest] = results;
  if (latest === undefined) return null;
  const total = (count: Count) => results.reduce((sum, result) => sum + result[count], 0);
  const replaced = total('replaced');
  return (
    <Card
      aside={
        <Button onClick={forgetResults} size="compact-sm" variant="subtle">
          Close this note
        </Button>
      }
      edge="good"
      title={results.length === 1 ? `${latest.file} is in` : `${results.length} exports are in`}
    >
      <div className={styles.note}>
        <div className={styles.line}>
          <RowSum
            duplicates={total('duplicates')}
            kept={total('kept')}
            quarantined={total('quarantined')}
            rowsRead={total('rowsRead')}
          />
          <span className={styles.quiet}>
            {format.count(total('customersNew'))} new customers
            {replaced > 0 && `; ${format.count(replaced)} rows replaced older ones`}
          </span>
        </div>
        {results.length > 1 && <ImportedFiles results={results} />}
        <Warnings warnings={warningsOf(results)} />
      </div>
    </Card>
  );
}

/** Each warning once; of several files with the file it is about. */
function warningsOf(results: readonly ImportResult[]): string[] {
  if (results.length === 1) return results.flatMap(({ warnings }) => warnings);
  const told = results.flatMap(({ file, warnings }) =>
    warnings.filter((warning) => !isLeftOut(warning)).map((warning) => `${file}: ${warning}`),
  );
  return [...new Set(told)];
}
