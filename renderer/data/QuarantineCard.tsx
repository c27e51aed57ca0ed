import { Button, Group, Pagination } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { explainReason } from '#shared/records/reason.ts';
import type { Source } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import styles from './QuarantineCard.module.css';
import { QuarantineRows } from './QuarantineRows.tsx';
import { useSaveQuarantine } from './use-save-quarantine.ts';

const PAGE = 100;

type Props = {
  /** One source, or null for all. */
  readonly source: string | null;
  readonly sources: readonly Source[];
  readonly onWiden: () => void;
};

/** The rows that did not get in: counted by reason, then as they stood. */
export function QuarantineCard({ source, sources, onWiden }: Props) {
  const format = useFormat();
  const [page, setPage] = useState(1);
  const read = useRead('data.quarantine', { source, offset: (page - 1) * PAGE, limit: PAGE });
  const saving = useSaveQuarantine(source);
  const place = useRef<HTMLDivElement>(null);
  const name = sources.find((one) => one.source === source)?.file ?? null;
  const total = read.data?.total ?? 0;

  useEffect(() => {
    if (source !== null) place.current?.scrollIntoView({ block: 'start' });
  }, [source]);

  return (
    <div ref={place}>
      <Card
        aside={
          <Group gap="xs">
            {source !== null && (
              <Button onClick={onWiden} size="compact-sm" variant="subtle">
                Show all sources
              </Button>
            )}
            <Button loading={saving.busy} onClick={() => void saving.save()} size="compact-sm" variant="default">
              Save as CSV…
            </Button>
          </Group>
        }
        subtitle="Mend them in the file and import it again: rows already in are not doubled"
        title={`${format.count(total)} ${total === 1 ? 'row' : 'rows'}${name === null ? '' : ` of ${name}`} did not get in`}
      >
        <Failure failure={read.error ?? saving.failure} />
        <ul className={styles.reasons}>
          {Object.entries(read.data?.reasons ?? {})
            .sort(([, a], [, b]) => b - a)
            .map(([reason, n]) => (
              <li key={reason}>
                <b>{format.count(n)}</b> {explainReason(reason)}
              </li>
            ))}
        </ul>
        <QuarantineRows rows={read.data?.rows ?? []} />
        {total > PAGE && (
          <Pagination
            className={styles.pages}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
            onChange={setPage}
            size="sm"
            total={Math.ceil(total / PAGE)}
            value={page}
          />
        )}
      </Card>
    </div>
  );
}
