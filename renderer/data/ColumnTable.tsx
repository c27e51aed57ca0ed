import { useState } from 'react';
import type { ColumnTarget, Mapping } from '#shared/records/mapping.ts';
import type { Guess } from '#shared/records/source.ts';
import { ColumnLine } from './ColumnLine.tsx';
import styles from './ColumnTable.module.css';
import { alsoUsed, groupColumns } from './column-groups.ts';
import { GroupLine } from './GroupLine.tsx';
import { spoken } from './row-words.ts';

type Props = {
  readonly guess: Guess;
  readonly mapping: Mapping;
  readonly disabled: boolean;
  readonly onChange: (mapping: Mapping) => void;
};

/** Every column of the export: what it is, its first values, what it becomes, and because of what. */
export function ColumnTable({ guess, mapping, disabled, onChange }: Props) {
  const [opened, setOpened] = useState<'none' | 'left-out'>('none');
  const { used, items, itemsName, leftOut } = groupColumns(guess, mapping);
  const change = (header: string, target: ColumnTarget) =>
    onChange({ ...mapping, columns: { ...mapping.columns, [header]: target } });
  const line = ({ column, target }: (typeof used)[number]) => (
    <ColumnLine
      alsoUsed={alsoUsed(column.header, mapping)}
      column={column}
      disabled={disabled}
      isRowKey={mapping.rowKey?.includes(column.header) ?? false}
      key={column.header}
      onChange={(next) => change(column.header, next)}
      target={target}
    />
  );

  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="unseen">The columns of {guess.file} and what they become</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">First values</th>
            <th scope="col">Becomes</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {used.map(line)}
          {items.length > 0 && (
            <GroupLine because="One row of the file each" becomes={capitalised(spoken(itemsName))} columns={items} />
          )}
          {leftOut.length > 0 && (
            <GroupLine
              because="Not needed for a pilot; contact data you do not import cannot leak"
              becomes="Left out"
              columns={leftOut.map(({ column }) => column)}
              onToggle={() => setOpened(opened === 'none' ? 'left-out' : 'none')}
              opened={opened === 'left-out'}
            />
          )}
          {opened === 'left-out' && leftOut.map(line)}
        </tbody>
      </table>
    </div>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
