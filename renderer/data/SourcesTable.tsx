import { useState } from 'react';
import type { Source } from '#shared/records/source.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { DuplicatesDialog } from './DuplicatesDialog.tsx';
import { RemoveSource } from './RemoveSource.tsx';
import { SourceLine } from './SourceLine.tsx';
import styles from './SourcesTable.module.css';

type Props = {
  readonly sources: readonly Source[];
  readonly disabled: boolean;
  readonly onLook: (source: string) => void;
};

/** What was opened of a source over or below the table. */
type Shown = { readonly what: 'remove' | 'duplicates'; readonly source: Source };

const SUMS = ['Rows read =', 'kept', '+ duplicates', '+ in quarantine'];

/** Every import of the pilot with its row sum and the days it covers; each can be taken out again, whole. */
export function SourcesTable({ sources, disabled, onLook }: Props) {
  const picture = useRead('data.picture', {});
  const [shown, setShown] = useState<Shown | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const pictures = new Map((picture.data?.sources ?? []).map((one) => [one.source, one]));
  return (
    <Card padding="flush" subtitle="Rows read = kept + duplicates + in quarantine, always" title="Sources">
      <Failure failure={picture.error} onRetry={() => void picture.refetch()} />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="unseen">Sources</caption>
          <thead>
            <tr>
              <th scope="col">Export</th>
              <th scope="col">Records by day</th>
              {SUMS.map((name) => (
                <th className="figures" key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">Take out</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <SourceLine
                disabled={disabled}
                key={source.source}
                onDuplicates={() => setShown({ what: 'duplicates', source })}
                onQuarantine={() => onLook(source.source)}
                onRemove={() => setShown({ what: 'remove', source })}
                onToggle={() => setOpened(opened === source.source ? null : source.source)}
                opened={opened === source.source}
                picture={pictures.get(source.source) ?? null}
                source={source}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown?.what === 'remove' && <RemoveSource onClose={() => setShown(null)} source={shown.source} />}
      {shown?.what === 'duplicates' && <DuplicatesDialog onClose={() => setShown(null)} source={shown.source} />}
    </Card>
  );
}
