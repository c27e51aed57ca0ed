import type { Since } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import styles from './SinceNote.module.css';

/** What changed since this silo's last file, or that nothing did. */
export function SinceNote({ since }: { readonly since: Since }) {
  const format = useFormat();
  const last = `${since.file} (${format.dateShort(since.importedAt)}, ${format.count(since.rowsRead)} rows)`;
  if (since.changes.length === 0) {
    return (
      <p className={styles.same}>Nothing has changed since {last}: the same columns, and much the same in them.</p>
    );
  }
  return (
    <div className={styles.changed}>
      <p>Changed since {last}:</p>
      <ul>
        {since.changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </div>
  );
}
