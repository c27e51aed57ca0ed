import { Chip } from '../parts/Chip.tsx';
import styles from './PresetChooser.module.css';

type Props = {
  readonly name: string;
  readonly because: string;
  readonly inUse: boolean;
  readonly onChoose: () => void;
};

/** One layout the export can be taken for. */
export function PresetOption({ name, because, inUse, onChoose }: Props) {
  return (
    <button aria-current={inUse} className={styles.option} onClick={onChoose} type="button">
      <span className={styles.name}>
        {name.charAt(0).toUpperCase() + name.slice(1)} {inUse && <Chip tone="good">in use</Chip>}
      </span>
      <span className={styles.because}>{because}</span>
    </button>
  );
}
