import { Button, Group, Modal, Pagination } from '@mantine/core';
import { useState } from 'react';
import type { Source } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { keptWords, sameAsWords } from './duplicate-words.ts';
import styles from './QuarantineRows.module.css';
import { useSaveDuplicates } from './use-save-duplicates.ts';

const PAGE = 100;

type Props = { readonly source: Source; readonly onClose: () => void };

/** The rows of a source that were there already: on which line each stood, and which row it is the same as. */
export function DuplicatesDialog({ source, onClose }: Props) {
  const format = useFormat();
  const [page, setPage] = useState(1);
  const read = useRead('data.duplicates', { source: source.source, offset: (page - 1) * PAGE, limit: PAGE });
  const saving = useSaveDuplicates(source);
  const { counted = source.duplicates, total = 0, rows = [] } = read.data ?? {};
  return (
    <Modal
      onClose={onClose}
      opened
      size="xl"
      title={`${format.count(counted)} ${counted === 1 ? 'row' : 'rows'} of ${source.file} ${counted === 1 ? 'was' : 'were'} there already`}
    >
      <p>They are counted and not taken twice. Nothing was lost: each says the same as a row that is kept.</p>
      <Failure failure={read.error ?? saving.failure} />
      {read.data !== undefined && total < counted && (
        <p>
          {total === 0 ? 'Their' : `${format.count(counted - total)} of their`} lines were not noted when this source
          came in, with an older version; its count stands.
        </p>
      )}
      {rows.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className="unseen">Duplicates of {source.file}</caption>
            <thead>
              <tr>
                <th className="figures" scope="col">
                  Line
                </th>
                <th scope="col">The same as</th>
                <th scope="col">Which says</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.line}>
                  <td className="figures">{format.count(row.line)}</td>
                  <td>{sameAsWords(row, source, format)}</td>
                  <td>{keptWords(row.record, format)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > PAGE && (
        <Pagination
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          mt="sm"
          onChange={setPage}
          size="sm"
          total={Math.ceil(total / PAGE)}
          value={page}
        />
      )}
      <Group justify="flex-end" mt="md">
        <Button disabled={total === 0} loading={saving.busy} onClick={() => void saving.save()} variant="default">
          Save as CSV…
        </Button>
        <Button data-autofocus onClick={onClose}>
          Close
        </Button>
      </Group>
    </Modal>
  );
}
