import { Button } from '@mantine/core';
import type { Failure as FailureValue } from '#shared/api/error.ts';
import type { PlanProblem } from '#shared/plan/check-plan.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { Failure } from '../parts/Failure.tsx';
import type { Draft } from './draft.ts';
import styles from './PlanForm.module.css';
import { placeWords } from './place-words.ts';

type Props = {
  readonly draft: Draft;
  readonly problems: readonly PlanProblem[];
  readonly failure: FailureValue | null;
  readonly saving: boolean;
  readonly saveLabel: string;
  /** Null while the draft cannot be saved. */
  readonly save: (() => void) | null;
};

/** Whether the draft is saved, what keeps it from being saved, and the ways back. */
export function SaveBar({ draft, problems, failure, saving, saveLabel, save }: Props) {
  const readOnly = useReadOnlyReason();
  const told = [...new Set(problems.map(({ path, sentence }) => `${placeWords(path, draft.plan)}: ${sentence}`))];
  if (!draft.dirty && problems.length === 0 && failure === null) return null;
  return (
    <section aria-label="Changes of the plan" className={styles.bar}>
      <div className={styles.barWords}>
        {problems.length === 0 ? (
          <span role="status">{draft.dirty ? 'Changes not saved yet.' : 'Everything is saved.'}</span>
        ) : (
          <div role="status">
            <ul className={styles.problems}>
              {told.slice(0, 3).map((line) => (
                <li key={line}>{line}</li>
              ))}
              {told.length > 3 && <li>and {told.length - 3} more</li>}
            </ul>
          </div>
        )}
        <Failure failure={failure} />
      </div>
      <Button disabled={draft.undo === null} onClick={() => draft.undo?.()} variant="default">
        Undo
      </Button>
      <Button disabled={draft.redo === null} onClick={() => draft.redo?.()} variant="default">
        Redo
      </Button>
      <Button disabled={!draft.dirty} onClick={draft.drop} variant="default">
        Drop the changes
      </Button>
      <Button
        disabled={save === null || readOnly !== null}
        loading={saving}
        onClick={() => save?.()}
        title={readOnly ?? undefined}
      >
        {saveLabel}
      </Button>
    </section>
  );
}
