import { Skeleton } from '@mantine/core';
import { Page } from './Page.tsx';
import styles from './PageOutline.module.css';

type Props = {
  /** What is being read, as a sentence that people see in the finding's place. */
  readonly title: string;
};

/** A screen whose facts are still being read: its frame at once, and pale places where its cards will stand. */
export function PageOutline({ title }: Props) {
  return (
    <div aria-busy="true" className={styles.outline}>
      <Page title={title}>
        <div aria-hidden="true" className={styles.cards}>
          <Skeleton height={168} radius="md" />
          <Skeleton height={104} radius="md" />
          <Skeleton height={136} radius="md" />
        </div>
      </Page>
    </div>
  );
}
