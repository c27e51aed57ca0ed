import type { ReactNode } from 'react';
import type { ColumnTarget } from '#shared/records/mapping.ts';
import type { GuessedColumn } from '#shared/records/source.ts';
import { LongSelect } from '../parts/LongSelect.tsx';
import { BecomesDetails } from './BecomesDetails.tsx';
import { type Choice, choiceOf, choices, targetOf } from './becomes.ts';
import styles from './ColumnTable.module.css';

type Props = {
  readonly column: GuessedColumn;
  readonly target: ColumnTarget;
  readonly isRowKey: boolean;
  readonly alsoUsed: string | null;
  readonly disabled: boolean;
  readonly onChange: (target: ColumnTarget) => void;
};

/** One column of the export. */
export function ColumnLine({ column, target, isRowKey, alsoUsed, disabled, onChange }: Props) {
  const data = choices.map(({ group, items }) => ({ group, items: [...items] }));
  const notes = [...(isRowKey ? ['row key'] : []), ...(alsoUsed === null ? [] : [alsoUsed])];
  return (
    <tr>
      <td>
        <div className={styles.header}>{breakable(column.header)}</div>
      </td>
      <td>
        <div className={styles.values}>{firstValues(column.values)}</div>
      </td>
      <td>
        <div className={styles.becomes}>
          <LongSelect
            aria-label={`${column.header} becomes`}
            className={target.to === 'identity' ? `${styles.select} ${styles.key}` : styles.select}
            comboboxProps={{ width: 240, position: 'bottom-start' }}
            data={data}
            disabled={disabled}
            maxDropdownHeight={320}
            onChange={(choice) => choice !== null && onChange(targetOf(choice as Choice, column.header))}
            size="xs"
            value={choiceOf(target)}
          />
          <BecomesDetails disabled={disabled} header={column.header} onChange={onChange} target={target} />
        </div>
        {notes.length > 0 && <div className={styles.note}>{notes.join(' · ')}</div>}
      </td>
      <td>
        <div className={styles.because}>
          {asSentence(column.because)} {column.doubt !== null && <span className={styles.doubt}>{column.doubt}</span>}
        </div>
      </td>
    </tr>
  );
}

function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first cells of a column in one line; an empty cell is said. */
export function firstValues(values: readonly string[]): string {
  if (values.length === 0) return '(blank)';
  return values
    .slice(0, 4)
    .map((value) => (value.trim() === '' ? '(blank)' : shortened(value)))
    .join(', ');
}

/** Codes longer than this fill the line and tell no more by it; sentences wrap. */
const LONGEST_CODE = 28;

function shortened(value: string): string {
  return value.length <= LONGEST_CODE || /\s/.test(value) ? value : `${value.slice(0, LONGEST_CODE - 1)}…`;
}

/** A long name may go on in a new line after an underscore, before it is broken anywhere else. */
function breakable(header: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { index } of header.matchAll(/_(?!$)/g)) {
    parts.push(header.slice(from, index + 1), <wbr key={index} />);
    from = index + 1;
  }
  return [...parts, header.slice(from)];
}
