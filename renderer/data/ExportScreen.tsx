import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { Formatter } from '#shared/format/formatter.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import type { Guess, ImportResult } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Page } from '../parts/Page.tsx';
import { ReadOnlyNote } from '../parts/ReadOnlyNote.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import styles from './ExportScreen.module.css';
import { FormatSettings } from './FormatSettings.tsx';
import { formatSentence, settled } from './format-words.ts';
import { ImportedNote } from './ImportedNote.tsx';
import { ImportFoot } from './ImportFoot.tsx';
import { Questions } from './Questions.tsx';
import type { Waiting } from './queue.ts';
import { RecognisedLine } from './RecognisedLine.tsx';
import { SinceNote } from './SinceNote.tsx';
import { useExport } from './use-export.ts';
import { Warnings } from './Warnings.tsx';

type Props = {
  readonly waiting: Waiting;
  /** How many exports wait behind this one. */
  readonly left: number;
  /** What went in just before. */
  readonly results: readonly ImportResult[];
};

/** One export before it goes in: every column, what it becomes and because of what, and the row sum beside the button. */
export function ExportScreen({ waiting, left, results }: Props) {
  const inHand = useExport(waiting);
  const format = useFormat();
  const readOnly = useReadOnlyReason() !== null;
  const { guess, mapping } = inHand;
  const busy = inHand.importing.running;
  useHotkeys([['mod+Enter', () => !readOnly && !busy && void inHand.bringIn()]], []);

  return (
    <Page
      actions={
        <>
          {left > 0 && (
            <span className={styles.quiet}>{left === 1 ? '1 more file waits' : `${left} more files wait`}</span>
          )}
          <Button disabled={busy} onClick={inHand.leaveOut} size="compact-sm" variant="default">
            Leave this file out
          </Button>
        </>
      }
      lead={guess.error === null ? leadOf(guess.data, mapping, format) : undefined}
      title={guess.data?.finding ?? waiting.file.name}
    >
      <ReadOnlyNote />
      <ImportedNote results={results} />
      <Failure failure={guess.error} onRetry={() => void guess.refetch()}>
        <Button onClick={inHand.leaveOut} size="xs" variant="default">
          Leave this file out
        </Button>
      </Failure>
      {guess.data !== undefined && mapping !== null && guess.error === null && (
        <>
          <Warnings warnings={toldHere(guess.data)} />
          {guess.data.rowEstimate > 0 && (
            <Card padding="flush">
              <RecognisedLine
                disabled={readOnly || busy}
                file={waiting.file.grant}
                guess={guess.data}
                inHand={inHand}
                mapping={mapping}
              />
              {guess.data.since !== null && <SinceNote since={guess.data.since} />}
              <Questions disabled={readOnly || busy} onAnswer={inHand.changeFormat} questions={guess.data.questions} />
              <ColumnTable disabled={readOnly || busy} guess={guess.data} mapping={mapping} onChange={inHand.change} />
              <ImportFoot disabled={readOnly} inHand={inHand} />
            </Card>
          )}
          <FormatSettings
            disabled={readOnly || busy}
            guess={guess.data}
            mapping={mapping}
            onChange={inHand.changeFormat}
          />
          {guess.data.rowEstimate > 0 && (
            <p className={styles.remembered}>
              Remembered for next time: drop next week's file and it goes in with these settings.
            </p>
          )}
        </>
      )}
    </Page>
  );
}

/** How many rows there are, and how the file is written. */
function leadOf(guess: Guess | undefined, mapping: Mapping | null, format: Formatter): string {
  if (guess === undefined || mapping === null) return 'The first rows are being read.';
  const rows = `${format.count(guess.rowEstimate)} ${guess.rowEstimate === 1 ? 'row' : 'rows'}`;
  return `About ${rows}. ${formatSentence(settled(guess, mapping.format ?? {}))}.`;
}

/** What is asked, and what changed since last time, has a place of its own. */
function toldHere({ warnings, questions, since }: Guess): string[] {
  const elsewhere = new Set([...questions.map(({ sentence }) => sentence), ...(since?.changes ?? [])]);
  return warnings.filter((warning) => !elsewhere.has(warning));
}
