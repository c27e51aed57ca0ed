import type { ReactNode } from 'react';
import { useFormat } from '../api/use-format.ts';
import styles from './RowSum.module.css';

type Props = {
  readonly rowsRead: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /** The way to the quarantined rows. */
  readonly look?: ReactNode;
};

/** The sum that always holds: rows read = kept + duplicates + in quarantine. */
export function RowSum({ rowsRead, kept, duplicates, quarantined, look }: Props) {
  const format = useFormat();
  return (
    <p className={styles.sum}>
      <span>
        <b>{format.count(rowsRead)}</b> {rowsRead === 1 ? 'row' : 'rows'} read =
      </span>
      <span>
        <b>{format.count(kept)}</b> kept
      </span>
      <span>
        + <b>{format.count(duplicates)}</b> {duplicates === 1 ? 'duplicate' : 'duplicates'}
      </span>
      <span>
        + <b className={quarantined > 0 ? styles.doubt : undefined}>{format.count(quarantined)}</b> in quarantine {look}
      </span>
    </p>
  );
}
