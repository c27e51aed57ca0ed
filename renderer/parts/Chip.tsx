import type { ReactNode } from 'react';
import styles from './Chip.module.css';

type Props = { readonly tone: 'good' | 'doubt' | 'bad' | 'quiet' | 'flame' | 'slate'; readonly children: ReactNode };

/** A few words that classify what stands beside them; `quiet` is outlined only. */
export function Chip({ tone, children }: Props) {
  return <span className={`${styles.chip} ${styles[tone]}`}>{children}</span>;
}
