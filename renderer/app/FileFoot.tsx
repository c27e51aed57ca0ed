import type { PilotSummary } from '#shared/api/summary.ts';
import { useFormat } from '../api/use-format.ts';
import styles from './FileFoot.module.css';

/** Where the work lies: the file, when it was saved, how large it is, and that it stays on this machine. */
export function FileFoot({ pilot }: { readonly pilot: PilotSummary | null }) {
  const format = useFormat();
  if (pilot === null) {
    return <p className={styles.foot}>No pilot is open. Everything stays on this machine: no server, no account.</p>;
  }
  return (
    <div className={styles.foot}>
      <p className={styles.file} title={pilot.file}>
        {pilot.file.split(/[\\/]/).at(-1)}
      </p>
      <p>
        Saved {clock(pilot.savedAt, format.locale)} · {format.bytes(pilot.bytes)} · this machine only
      </p>
      {pilot.mode === 'reader' && <p className={styles.reading}>Open for reading only</p>}
      {pilot.integrity === 'checking' && <p className={styles.reading}>Checking the file…</p>}
      {pilot.integrity === 'damaged' && <p className={styles.damaged}>This file failed its check</p>}
    </div>
  );
}

function clock(iso: string, locale: string): string {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  return today ? time : new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at);
}
