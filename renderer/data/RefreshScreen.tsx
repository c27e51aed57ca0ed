import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect } from 'react';
import { forgetGuesses } from '../api/client.ts';
import { useFormat } from '../api/use-format.ts';
import { useJob } from '../api/use-job.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { useReads } from '../api/use-reads.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Page } from '../parts/Page.tsx';
import { Progress } from '../parts/Progress.tsx';
import { ReadOnlyNote } from '../parts/ReadOnlyNote.tsx';
import { goOneByOne, takeNext, takeTogether, type Waiting } from './queue.ts';
import { RefreshLine } from './RefreshLine.tsx';
import styles from './RefreshScreen.module.css';
import { isKnown, refreshLead, refreshTitle } from './refresh-words.ts';

/** Several exports at once: those of known silos with what changed since last time, to go in with one click. */
export function RefreshScreen({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const format = useFormat();
  const readOnly = useReadOnlyReason() !== null;
  const guesses = useReads(
    'data.guess',
    waiting.map(({ file, preset }) => ({ file: file.grant, mapping: null, preset })),
  );
  const importing = useJob('data.importAll');
  const files = waiting
    .map(({ file }, i) => ({ file, guess: guesses[i]?.data, failure: guesses[i]?.error ?? null }))
    .sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)));
  const looked = guesses.every(({ isPending }) => !isPending);
  const known = files.filter(isKnown);
  const busy = importing.running;

  useEffect(() => {
    if (looked && known.length === 0) goOneByOne(null);
  }, [looked, known.length]);

  const bringIn = async () => {
    const grants = known.map(({ file }) => file.grant);
    const outcome = await importing.start({ files: grants });
    if (!outcome.ok) return;
    forgetGuesses();
    takeTogether(new Set(grants), outcome.value);
  };
  const ready = looked && known.length > 0 && !readOnly && !busy;
  useHotkeys([['mod+Enter', () => ready && void bringIn()]], []);

  return (
    <Page
      actions={
        <Button disabled={busy} onClick={() => goOneByOne(null)} size="compact-sm" variant="default">
          Go through them one by one
        </Button>
      }
      lead={looked ? refreshLead(known, files.length) : 'Their first rows are being read.'}
      title={looked ? refreshTitle(known, files.length) : `Looking at ${format.count(files.length)} files`}
    >
      <ReadOnlyNote />
      <Card padding="flush">
        <ul aria-label="Files to import" className={styles.files}>
          {files.map(({ file, guess, failure }) => (
            <RefreshLine
              disabled={busy}
              failure={failure}
              file={file}
              guess={guess}
              key={file.grant}
              onLeaveOut={() => takeNext(null, file.grant)}
              onLook={() => goOneByOne(file.grant)}
            />
          ))}
        </ul>
        <div className={styles.foot}>
          <Failure failure={importing.failure} onDismiss={importing.clear} />
          <div className={styles.line}>
            <div className={styles.progress}>
              <Progress beginning="Importing" job="data.importAll" />
              {!busy && looked && <p className={styles.quiet}>All of them go in, or none. Row sums follow.</p>}
            </div>
            <Button
              aria-keyshortcuts="Control+Enter"
              disabled={!ready}
              loading={busy}
              onClick={() => void bringIn()}
              size="md"
            >
              Import {format.count(known.length)} {known.length === 1 ? 'file' : 'files'}
            </Button>
          </div>
        </div>
      </Card>
    </Page>
  );
}
