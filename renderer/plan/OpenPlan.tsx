import type { Known } from '#shared/api/contract.ts';
import type { PlanState } from '#shared/plan/plan.ts';
import { useChange } from '../api/use-change.ts';
import { Page } from '../parts/Page.tsx';
import { ReadOnlyNote } from '../parts/ReadOnlyNote.tsx';
import { useDraft } from './draft.ts';
import { PlanEditor } from './PlanEditor.tsx';
import { SealCard } from './SealCard.tsx';

type Props = { readonly pilot: string; readonly state: PlanState; readonly known: Known };

/** The plan while it can still be written. */
export function OpenPlan({ pilot, state, known }: Props) {
  const draft = useDraft(`${pilot} plan`, state.plan);
  const save = useChange('plan.set');
  return (
    <Page
      lead="Write down who is in, what happens to them and what would convince you, then seal it. Whoever decides the rule after seeing the result can prove anything."
      title="Agree on the rule before anyone sees the result."
    >
      <ReadOnlyNote />
      <PlanEditor
        draft={draft}
        failure={save.error}
        known={known}
        onSave={(plan) => save.mutate({ plan }, { onSuccess: draft.drop })}
        saveLabel="Save the plan"
        saving={save.isPending}
      >
        <SealCard dirty={draft.dirty} known={known} plan={draft.plan} />
      </PlanEditor>
    </Page>
  );
}
