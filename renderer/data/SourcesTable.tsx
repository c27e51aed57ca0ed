import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Source } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { Card } from '../parts/Card.tsx';
import { RemoveSource } from './RemoveSource.tsx';
import { rowMeaning } from './row-words.ts';
import styles from './SourcesTable.module.css';

type Props = {
  readonly sources: readonly Source[];
  readonly disabled: boolean;
  readonly onLook: (source: string) => void;
};

/** Every import of the pilot with its row sum; each can be taken out again, whole. */
export function SourcesTable({ sources, disabled, onLook }: Props) {
  const format = useFormat();
  const [leaving, setLeaving] = useState<Source | null>(null);
  return (
    <Card padding="flush" subtitle="Rows read = kept + duplicates + in quarantine, always" title="Sources">
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="unseen">Sources</caption>
          <thead>
            <tr>
              <th scope="col">Export</th>
              <th scope="col">Imported</th>
              <th className="figures" scope="col">
                Rows read =
              </th>
              <th className="figures" scope="col">
                kept
              </th>
              <th className="figures" scope="col">
                + duplicates
              </th>
              <th className="figures" scope="col">
                + in quarantine
              </th>
              <th scope="col">
                <span className="unseen">Take out</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={source.source}>
                <th scope="row">
                  <span className={styles.file}>{source.file}</span>
                  <span className={styles.quiet}>
                    {source.source} · {rowMeaning(source.mapping).replace('One row', 'a row')}
                  </span>
                </th>
                <td className={styles.quiet}>{format.dateTime(source.importedAt)}</td>
                <td className="figures">{format.count(source.rowsRead)}</td>
                <td className="figures">{format.count(source.kept)}</td>
                <td className="figures">{format.count(source.duplicates)}</td>
                <td className="figures">
                  {source.quarantined === 0 ? (
                    '0'
                  ) : (
                    <button
                      aria-label={`${format.count(source.quarantined)} rows of ${source.file} in quarantine: look`}
                      className={styles.look}
                      onClick={() => onLook(source.source)}
                      type="button"
                    >
                      {format.count(source.quarantined)} ›
                    </button>
                  )}
                </td>
                <td className="figures">
                  <ActionIcon
                    aria-label={`Take out ${source.file}`}
                    color="gray"
                    disabled={disabled}
                    onClick={() => setLeaving(source)}
                    variant="subtle"
                  >
                    <IconTrash size={16} stroke={1.75} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {leaving !== null && <RemoveSource onClose={() => setLeaving(null)} source={leaving} />}
    </Card>
  );
}
