import type { LiftResult } from '#shared/lift/lift-result.ts';
import styles from './InvalidBanner.module.css';

/** A broken comparison is said before anything else, and louder. */
export function InvalidBanner({ lift }: { readonly lift: LiftResult }) {
  if (lift.verdict !== 'invalid') return null;
  const failed = lift.checks.filter((check) => check.severity === 'fail');
  return (
    <div className={styles.banner} role="alert">
      <p className={styles.title}>Invalid: do not use these figures.</p>
      <p>{lift.because}</p>
      {failed.map(({ id, todo }) => (todo === null ? null : <p key={id}>{todo}</p>))}
    </div>
  );
}
