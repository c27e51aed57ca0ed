import { useReadOnlyReason } from '../api/use-pilot.ts';
import styles from './ReadOnlyNote.module.css';

/** Says why nothing can be changed just now; nothing at all while the pilot can be written. */
export function ReadOnlyNote() {
  const reason = useReadOnlyReason();
  if (reason === null) return null;
  return (
    <p className={styles.note} role="status">
      <b>Only shown, not changed:</b> {reason}
    </p>
  );
}
