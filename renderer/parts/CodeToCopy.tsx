import { Button, CopyButton } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './MetricSql.module.css';

type Props = { readonly code: string; readonly copy: string; readonly children: ReactNode };

/** A statement that scrolls, under what it is for, with a button that copies it. */
export function CodeToCopy({ code, copy: label, children }: Props) {
  return (
    <figure>
      <figcaption className={styles.head}>
        <span>{children}</span>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button flex="none" onClick={copy} size="compact-sm" variant="default">
              {copied ? 'Copied' : label}
            </Button>
          )}
        </CopyButton>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre tabIndex={0}>{code}</pre>
    </figure>
  );
}
