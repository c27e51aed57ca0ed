import { EmptyState } from '../parts/EmptyState.tsx';
import { Page } from '../parts/Page.tsx';
import { ReadOnlyNote } from '../parts/ReadOnlyNote.tsx';
import { LookButton } from './LookButton.tsx';
import { LookProgress } from './LookProgress.tsx';

/** Before anybody has looked. */
export function FirstLook() {
  return (
    <Page
      lead="A look compares the arms by the plan, checks whether the comparison can be trusted, and is logged."
      title="Nobody has looked at the lift yet."
    >
      <ReadOnlyNote />
      <LookProgress />
      <EmptyState
        action={<LookButton prominence="main" />}
        title="The first look is the one that cannot be taken back."
      >
        <p>
          Every look is counted and named in the report. Somebody who looks each day and stops on a good one will find
          an effect where there is none; somebody who seals the rule first cannot.
        </p>
      </EmptyState>
    </Page>
  );
}
