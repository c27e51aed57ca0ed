import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

type Props = {
  /** What is missing, as a sentence. */
  readonly title: string;
  /** Why it matters and how it comes about: an empty place teaches. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
};

/** What stands where nothing is yet. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.lesson}>{children}</div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
