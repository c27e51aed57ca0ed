import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useState } from 'react';
import type { Failure as FailureValue } from '#shared/api/error.ts';
import { call } from '../api/bridge.ts';
import { asFailure } from '../api/failure.ts';
import { Failure } from '../parts/Failure.tsx';
import styles from './DropExports.module.css';
import { addToQueue } from './queue.ts';

/** A folder whose files have the same columns is one export. */
async function chooseFolder() {
  const folder = await call('app.chooseFolder', { purpose: 'Bring a folder of exports with the same columns' });
  return folder === null ? [] : [folder];
}

/** The way in for exports: drop them, or choose them. Several are gone through one after the other. */
export function DropExports({ disabled }: { readonly disabled: boolean }) {
  const [failure, setFailure] = useState<FailureValue | null>(null);
  const attempt = (files: () => Promise<Parameters<typeof addToQueue>[0]>) => {
    setFailure(null);
    files().then(addToQueue, (thrown: unknown) => setFailure(asFailure(thrown)));
  };
  return (
    <>
      <Failure failure={failure} onDismiss={() => setFailure(null)} />
      <Dropzone
        activateOnClick={false}
        activateOnKeyboard={false}
        aria-label="Drop exports here"
        className={styles.zone}
        disabled={disabled}
        enablePointerEvents
        onDrop={(files) => attempt(() => window.pilotlight.grantFiles(files))}
      >
        <div className={styles.inner}>
          <p className={styles.words}>
            <b>Drop exports here</b>, as they come out of your tools: CSV, Excel workbooks, JSON lines or Parquet, with
            whatever columns.
          </p>
          <div className={styles.ways}>
            <Button
              disabled={disabled}
              onClick={() => attempt(() => call('app.chooseExports', {}))}
              size="sm"
              variant="default"
            >
              Choose files…
            </Button>
            <Button disabled={disabled} onClick={() => attempt(chooseFolder)} size="sm" variant="subtle">
              A folder as one…
            </Button>
          </div>
        </div>
      </Dropzone>
    </>
  );
}
