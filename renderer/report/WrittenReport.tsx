import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Failure as FailureValue } from '#shared/api/error.ts';
import { Failure } from '../parts/Failure.tsx';
import styles from './Report.module.css';

export type Written = { readonly grant: string; readonly name: string; readonly sha256: string };

type Props = {
  readonly written: Written;
  readonly onOpen: () => Promise<unknown>;
  readonly onShow: () => Promise<unknown>;
};

/** The file that was just written, and where to find it. */
export function WrittenReport({ written, onOpen, onShow }: Props) {
  const go = useMutation<unknown, FailureValue, () => Promise<unknown>>({ mutationFn: (way) => way() });
  return (
    <section aria-label="File written" className={styles.written}>
      <p className={styles.words} role="status">
        <b>{written.name}</b> is written.
      </p>
      <p className={styles.quiet}>
        SHA-256 <code className={styles.hash}>{written.sha256}</code>
      </p>
      <div className={styles.ways}>
        <Button onClick={() => go.mutate(onOpen)} size="compact-sm" variant="default">
          Open
        </Button>
        <Button onClick={() => go.mutate(onShow)} size="compact-sm" variant="default">
          Show in folder
        </Button>
      </div>
      <Failure failure={go.error} />
    </section>
  );
}
