import type { ReactNode } from 'react';
import { explainReason } from '#shared/records/reason.ts';
import type { QuarantinedRow } from '#shared/records/source.ts';
import { english } from '#shared/text/english/index.ts';
import { useFormat } from '../api/use-format.ts';
import styles from './QuarantineRows.module.css';

type Props<Row extends QuarantinedRow> = {
  readonly rows: readonly Row[];
  /** What can be done with a row, at its end; null where the rows are only shown. */
  readonly action: ((row: Row) => ReactNode) | null;
};

/** Rows that did not get in: where they stood, why, and as they were. */
export function QuarantineRows<Row extends QuarantinedRow>({ rows, action }: Props<Row>) {
  const format = useFormat();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="unseen">Rows in quarantine</caption>
        <thead>
          <tr>
            <th className="figures" scope="col">
              Line
            </th>
            <th scope="col">Reason</th>
            <th scope="col">The row as it stood</th>
            {action !== null && (
              <th scope="col">
                <span className="unseen">Mend</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.source}:${row.line}:${row.reason}`}>
              <td className="figures">{format.count(row.line)}</td>
              <td className={styles.reason}>{explainReason(row.reason, english.reason)}</td>
              <td>
                <code className={styles.raw}>{row.raw === '' ? '(an empty row)' : row.raw}</code>
              </td>
              {action !== null && <td className="figures">{action(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
