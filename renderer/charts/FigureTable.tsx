import { Table } from '@mantine/core';
import type { Cell, Table as TableValue } from '#shared/report/table.ts';
import { ArmMark } from '../parts/ArmMark.tsx';
import { Chip } from '../parts/Chip.tsx';
import styles from './FigureTable.module.css';
import { IntervalMark } from './IntervalMark.tsx';

type Marks = Readonly<Record<string, 'control' | 'treatment'>>;

export const noMarks: Marks = {};

type Props = {
  readonly table: TableValue;
  /** Columns, by title, whose heads carry the mark of an arm. */
  readonly marks: Marks;
};

/** A table of finished figures as screens show it: first column names the row, figures stand at the right. */
export function FigureTable({ table, marks }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys
    <section aria-label={table.caption} className={styles.scroll} tabIndex={0}>
      <Table captionSide="top" className={styles.table} horizontalSpacing="xs">
        <caption className="unseen">{table.caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {table.columns.map((column) => (
              <Table.Th className={column.align === 'end' ? 'figures' : undefined} key={column.title} scope="col">
                <ColumnTitle role={marks[column.title]} title={column.title} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a finished table never move
            <Table.Tr key={r}>
              {row.map((cell, c) => (
                <Table.Td
                  className={table.columns[c]?.align === 'end' ? 'figures' : undefined}
                  key={table.columns[c]?.title ?? c}
                >
                  <CellContent cell={cell} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

type TitleProps = { readonly title: string; readonly role: 'control' | 'treatment' | undefined };

function ColumnTitle({ title, role }: TitleProps) {
  return role === undefined ? (
    <span className={wholeIfShort(title)}>{title}</span>
  ) : (
    <ArmMark label={title} role={role} />
  );
}

function CellContent({ cell }: { readonly cell: Cell }) {
  switch (cell.kind) {
    case 'text':
      return (
        <>
          <span className={wholeIfShort(cell.text)}>{cell.text}</span>{' '}
          {cell.note !== null && <Chip tone="quiet">{cell.note}</Chip>}
        </>
      );
    case 'figure':
      return <span className={styles.whole}>{cell.text}</span>;
    case 'severity':
      return cell.text;
    case 'interval':
      return <IntervalMark label={cell.text} picture={cell.picture} />;
  }
}

/** A short range or heading stays on one line; a sentence may wrap. */
function wholeIfShort(text: string): string | undefined {
  return text.length <= 16 ? styles.whole : undefined;
}
