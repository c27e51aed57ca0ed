import { explainReason } from '#shared/records/reason.ts';
import type { QuarantinedRow } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import styles from './QuarantineRows.module.css';

/** Rows that did not get in: where they stood, why, and as they were. */
export function QuarantineRows({ rows }: { readonly rows: readonly QuarantinedRow[] }) {
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
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.source}:${row.line}:${row.reason}`}>
              <td className="figures">{format.count(row.line)}</td>
              <td className={styles.reason}>{explainReason(row.reason)}</td>
              <td>
                <code className={styles.raw}>{row.raw === '' ? '(an empty row)' : row.raw}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
