import type { GuessedColumn } from '#shared/records/source.ts';
import { firstValues } from './ColumnLine.tsx';
import styles from './ColumnTable.module.css';

type Props = {
  readonly columns: readonly GuessedColumn[];
  readonly becomes: string;
  readonly because: string;
  readonly opened?: boolean;
  /** Shows the columns one by one. */
  readonly onToggle?: () => void;
};

/** Several columns that become the same, in one line. */
export function GroupLine({ columns, becomes, because, opened = false, onToggle }: Props) {
  const [first] = columns;
  if (first === undefined) return null;
  const more = columns.length - 1;
  return (
    <tr>
      <td>
        <div className={styles.header}>
          {first.header}
          {more > 0 && `, … ${more} more`}{' '}
          {onToggle !== undefined && (
            <button aria-expanded={opened} className={styles.more} onClick={onToggle} type="button">
              {opened ? 'hide' : 'show'}
            </button>
          )}
        </div>
      </td>
      <td>
        <div className={styles.values}>{firstValues(first.values.slice(0, 1))}, …</div>
      </td>
      <td>
        <span className={styles.fixed}>{becomes}</span>
      </td>
      <td>
        <div className={styles.because}>{because}</div>
      </td>
    </tr>
  );
}
