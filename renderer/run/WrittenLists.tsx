import { Button } from '@mantine/core';
import type { RunStatus } from '#shared/api/contract.ts';
import { useFormat } from '../api/use-format.ts';
import styles from './Run.module.css';

type Props = {
  readonly lists: RunStatus['lists'];
  /** Null where the folder was chosen in an earlier session: the page may not name it. */
  readonly onShow: (() => void) | null;
};

const shown = 6;

/** Which lists went out, when, and what each is for. */
export function WrittenLists({ lists, onShow }: Props) {
  const format = useFormat();
  const latest = lists.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, shown);
  if (latest.length === 0) return null;
  return (
    <section aria-label="Lists written">
      <h3 className={styles.heading}>Lists written</h3>
      <ul className={styles.purposes}>
        {latest.map(({ arm, file, customers, purpose, at }) => (
          <li key={`${file} ${arm} ${at}`}>
            <span>
              <b className={styles.file}>{file.split(/[\\/]/).at(-1)}</b> {format.count(customers)} customers,{' '}
              {format.dateTime(at)}
            </span>
            <span className={styles.quiet}>{purpose}</span>
          </li>
        ))}
      </ul>
      {onShow !== null && (
        <Button mt="xs" onClick={onShow} size="compact-sm" variant="default">
          Show in folder
        </Button>
      )}
    </section>
  );
}
