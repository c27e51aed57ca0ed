import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Formatter } from '#shared/format/formatter.ts';
import { useFormat } from '../api/use-format.ts';
import { Failure } from '../parts/Failure.tsx';
import { Progress } from '../parts/Progress.tsx';
import { RowSum } from '../parts/RowSum.tsx';
import styles from './ImportFoot.module.css';
import { QuarantineRows } from './QuarantineRows.tsx';
import type { ExportInHand } from './use-export.ts';

type Props = { readonly inHand: ExportInHand; readonly disabled: boolean };

/** What the rows come to, counted on all of them, beside the one button. */
export function ImportFoot({ inHand, disabled }: Props) {
  const [looking, setLooking] = useState<'no' | 'yes'>('no');
  const format = useFormat();
  const { tryOut, tried, importing, bringIn } = inHand;
  const rows = tried === null ? null : tried.kept;
  // What cannot be tried out cannot be imported either; the reason stands above.
  const isToldAbove = tryOut.failure?.code === 'cancelled' || tryOut.failure?.code === 'no-person';
  const refused = tryOut.failure !== null && tryOut.failure.code !== 'cancelled';

  return (
    <div className={styles.foot}>
      <Failure failure={importing.failure} onDismiss={importing.clear} />
      {!isToldAbove && <Failure failure={tryOut.failure} onDismiss={tryOut.clear} />}
      <div className={styles.line}>
        <div className={styles.sum}>
          {tried !== null && !importing.running && (
            <>
              <RowSum
                {...tried}
                look={
                  tried.quarantined > 0 && (
                    <button className={styles.look} onClick={() => setLooking('yes')} type="button">
                      look ›
                    </button>
                  )
                }
              />
              <span className={styles.quiet}>
                {tried.kept === 0 && tried.duplicates > 0
                  ? 'All that can come in is in already: nothing would change. Leave this file out.'
                  : customerWords(tried.customersNew, tried.customersMatched, format)}
              </span>
            </>
          )}
          {tryOut.failure?.code === 'no-person' && (
            <span className={styles.quiet}>Nothing here can be imported. Leave this file out.</span>
          )}
          {!importing.running && (
            <Progress beginning="Trying out every row; nothing is imported yet" job="data.tryOut" />
          )}
          <Progress beginning="Importing" job="data.import" />
        </div>
        <Button
          aria-keyshortcuts="Control+Enter"
          disabled={disabled || rows === 0 || refused}
          loading={importing.running}
          onClick={() => void bringIn()}
          size="md"
        >
          {rows === null ? 'Import' : `Import ${format.count(rows)} ${rows === 1 ? 'row' : 'rows'}`}
        </Button>
      </div>
      <Modal onClose={() => setLooking('no')} opened={looking === 'yes'} size="xl" title="These rows would not get in">
        <QuarantineRows action={null} rows={tried?.quarantine ?? []} />
      </Modal>
    </div>
  );
}

function customerWords(isNew: number, known: number, format: Formatter): string {
  const all = isNew + known;
  if (all === 1) return isNew === 1 ? '1 customer, who is new' : '1 customer, who is known';
  return `${format.count(all)} customers, ${format.count(isNew)} of them new`;
}
