import { Button, Group, Pagination } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Mended } from '#shared/records/mend.ts';
import { explainReason } from '#shared/records/reason.ts';
import type { Source } from '#shared/records/source.ts';
import { english } from '#shared/text/english/index.ts';
import { useFormat } from '../api/use-format.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { MendAll } from './MendAll.tsx';
import { MendRow } from './MendRow.tsx';
import { mendedSentence } from './mend-words.ts';
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

/** The rows that did not get in, grouped by reason: mended one by one or all alike, tried again, or saved. */
export function QuarantineCard({ source, sources, onWiden }: Props) {
  const format = useFormat();
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<string | null>(null);
  const [mending, setMending] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Mended | null>(null);
  const disabled = useReadOnlyReason() !== null;
  const read = useRead('data.quarantine', { source, reason: chosen, offset: (page - 1) * PAGE, limit: PAGE });
  const saving = useSaveQuarantine(source);
  const place = useRef<HTMLDivElement>(null);
  const name = sources.find((one) => one.source === source)?.file ?? null;
  const total = sources
    .filter((one) => source === null || one.source === source)
    .reduce((sum, one) => sum + one.quarantined, 0);
  const reasons = Object.entries(read.data?.reasons ?? {}).sort(([, a], [, b]) => b - a);
  const ofChosen = chosen === null ? total : (read.data?.reasons[chosen] ?? 0);
  const choose = (reason: string | null) => {
    setChosen(reason);
    setPage(1);
  };
  const onMended = (result: Mended) => {
    setMending(null);
    setPage(1);
    setOutcome(result);
  };

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
        subtitle="Choose a reason to mend all its rows alike, or mend one row; what stood in the file is kept until it got in"
        title={`${format.count(total)} ${total === 1 ? 'row' : 'rows'}${name === null ? '' : ` of ${name}`} did not get in`}
      >
        <Failure failure={read.error ?? saving.failure} />
        {reasons.length === 0 && read.isFetching && <p role="status">The rows are being read.</p>}
        {outcome !== null && (
          <p className={styles.outcome} role="status">
            {mendedSentence(outcome, format)}
          </p>
        )}
        <ul aria-label="Reasons" className={styles.reasons}>
          {reasons.map(([reason, n]) => (
            <li key={reason}>
              <button
                aria-pressed={chosen === reason}
                className={styles.group}
                onClick={() => choose(chosen === reason ? null : reason)}
                type="button"
              >
                <b>{format.count(n)}</b> {explainReason(reason, english.reason)}
              </button>
            </li>
          ))}
        </ul>
        {chosen !== null && ofChosen > 0 && (
          <MendAll
            disabled={disabled}
            key={chosen}
            onMended={onMended}
            reason={chosen}
            rows={ofChosen}
            source={source}
          />
        )}
        <QuarantineRows
          action={({ row, line }) => (
            <Button aria-label={`Mend line ${line}`} onClick={() => setMending(row)} size="compact-xs" variant="subtle">
              Mend…
            </Button>
          )}
          rows={read.data?.rows ?? []}
        />
        {ofChosen > PAGE && (
          <Pagination
            className={styles.pages}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
            onChange={setPage}
            size="sm"
            total={Math.ceil(ofChosen / PAGE)}
            value={page}
          />
        )}
      </Card>
      {mending !== null && (
        <MendRow disabled={disabled} onClose={() => setMending(null)} onMended={onMended} row={mending} />
      )}
    </div>
  );
}
