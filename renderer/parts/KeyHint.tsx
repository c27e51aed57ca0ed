import styles from './KeyHint.module.css';
import { keyNames } from './key-names.ts';

type Props = {
  /** As Mantine writes them: "mod+K", "mod+1", "?". */
  readonly keys: string;
};

/** The key that does the same, as this system writes it. */
export function KeyHint({ keys }: Props) {
  return <kbd className={styles.key}>{keyNames(keys)}</kbd>;
}
