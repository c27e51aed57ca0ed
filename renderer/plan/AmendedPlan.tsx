import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Known } from '#shared/api/contract.ts';
import type { Plan, PlanState } from '#shared/plan/plan.ts';
import { useChange } from '../api/use-change.ts';
import { Page } from '../parts/Page.tsx';
import { AmendDialog } from './AmendDialog.tsx';
import { useDraft } from './draft.ts';
import { PlanEditor } from './PlanEditor.tsx';

type Props = {
  readonly pilot: string;
  readonly state: PlanState;
  readonly known: Known;
  readonly onDone: () => void;
};

/** A sealed plan while an amendment is written. */
export function AmendedPlan({ pilot, state, known, onDone }: Props) {
  const draft = useDraft(`${pilot} amendment`, state.plan);
  const amend = useChange('plan.amend');
  const [asked, setAsked] = useState<Plan | null>(null);
  const leave = () => {
    draft.drop();
    onDone();
  };
  return (
    <Page
      actions={
        <Button onClick={leave} size="compact-sm" variant="default">
          Leave it as sealed
        </Button>
      }
      lead="The plan as it was sealed stays in the file and in the report; this stands beside it, with your reason."
      title="You are amending a sealed plan."
    >
      <PlanEditor
        draft={draft}
        failure={amend.error}
        known={known}
        onSave={setAsked}
        saveLabel="Amend the plan…"
        saving={amend.isPending}
      >
        {null}
      </PlanEditor>
      <AmendDialog
        failure={amend.error}
        onAmend={(why) => asked !== null && amend.mutate({ plan: asked, why }, { onSuccess: leave })}
        onClose={() => setAsked(null)}
        opened={asked !== null}
        saving={amend.isPending}
      />
    </Page>
  );
}
