import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { GrantedFile } from '#shared/api/contract.ts';
import type { Failure as FailureValue } from '#shared/api/error.ts';
import type { Verification } from '#shared/report/verify/difference.ts';
import { call } from '../api/bridge.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { DifferenceTable } from './DifferenceTable.tsx';
import styles from './Report.module.css';

type Checked = { readonly file: GrantedFile; readonly found: Verification };

/** Holds a report file, as it came back from somebody, against this pilot. */
export function VerifyCard() {
  const [open, setOpen] = useState(false);
  const check = useMutation<Checked | null, FailureValue, void>({
    mutationFn: async () => {
      const file = await call('app.chooseReport', {});
      return file === null ? null : { file, found: await call('report.verify', { file: file.grant }) };
    },
  });
  const checked = check.data ?? null;
  return (
    <Card subtitle="Is it still what this pilot says?" title="Check a report">
      <div className={styles.stack}>
        <Button fullWidth loading={check.isPending} onClick={() => check.mutate()} variant="default">
          Choose a web page or JSON…
        </Button>
        <Failure failure={check.error} onDismiss={check.reset} />
        {checked !== null && (
          <div className={styles.written}>
            <p className={styles.words} role="status">
              <b>{checked.file.name}</b>{' '}
              {checked.found.same
                ? 'says the same: every figure and word follows from the pilot.'
                : `differs in ${counted(checked.found.differences.length)}.`}
            </p>
            {checked.found.notes.map((note) => (
              <p className={styles.quiet} key={note}>
                {note}
              </p>
            ))}
            {!checked.found.same && (
              <Button onClick={() => setOpen(true)} size="compact-sm" variant="default">
                Show each
              </Button>
            )}
          </div>
        )}
      </div>
      {checked !== null && (
        <Modal onClose={() => setOpen(false)} opened={open} size="72rem" title={`Where ${checked.file.name} differs`}>
          <DifferenceTable differences={checked.found.differences} />
        </Modal>
      )}
    </Card>
  );
}

function counted(n: number): string {
  return n === 1 ? 'one place' : `${n} places`;
}
