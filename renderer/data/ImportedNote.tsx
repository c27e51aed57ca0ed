import { Button } from '@mantine/core';
import type { ImportResult } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { Card } from '../parts/Card.tsx';
import { RowSum } from '../parts/RowSum.tsx';
import styles from './ImportedNote.module.css';
import { forgetResults } from './queue.ts';
import { Warnings } from './Warnings.tsx';

/** What the imports of this session did, each with its row sum. */
export function ImportedNote({ results }: { readonly results: readonly ImportResult[] }) {
  const format = useFormat();
  if (results.length === 0) return null;
  return (
    <Card
      aside={
        <Button onClick={forgetResults} size="compact-sm" variant="subtle">
          Close this note
        </Button>
      }
      edge="good"
      title={results.length === 1 ? `${results[0]?.file} is in` : `${results.length} exports are in`}
    >
      <ul className={styles.list}>
        {results.map((result) => (
          <li key={`${result.source}:${result.file}`}>
            <div className={styles.line}>
              {results.length > 1 && <b className={styles.file}>{result.file}</b>}
              <RowSum {...result} />
              <span className={styles.quiet}>
                {format.count(result.customersNew)} new customers, {format.count(result.customersMatched)} already known
                {result.replaced > 0 && `; ${format.count(result.replaced)} rows replaced older ones`}
              </span>
            </div>
            <Warnings warnings={result.warnings} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
