import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import type { Known } from '#shared/api/contract.ts';
import type { Failure as FailureValue } from '#shared/api/error.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { Later } from '../parts/Later.tsx';
import type { Draft } from './draft.ts';
import styles from './PlanForm.module.css';
import { PlanFormSections } from './PlanFormSections.tsx';
import { PowerCard } from './PowerCard.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { PlanFormContext } from './plan-context.ts';
import { ProblemContext, problemsIn, problemsOf, recordsOf } from './problems.ts';
import { RehearseCard } from './RehearseCard.tsx';
import { SaveBar } from './SaveBar.tsx';
import { tidy } from './tidy.ts';

type Props = {
  readonly draft: Draft;
  readonly known: Known;
  /** What the engine said of the last attempt to save. */
  readonly failure: FailureValue | null;
  readonly saving: boolean;
  /** "Save the plan", or what else happens to the draft. */
  readonly saveLabel: string;
  readonly onSave: (plan: Plan) => void;
  /** Further cards beside the preview. */
  readonly children: ReactNode;
};

/** The form with its live preview, its problems, and the bar that saves it. */
export function PlanEditor({ draft, known, failure, saving, saveLabel, onSave, children }: Props) {
  const { plan, change, undo, redo } = draft;
  const whole = useMemo(() => tidy(plan), [plan]);
  const records = useMemo(() => recordsOf(known), [known]);
  const own = useMemo(() => problemsOf(whole, records), [whole, records]);
  const problems = useMemo(() => [...own, ...problemsIn(failure)], [own, failure]);
  const sound = own.length === 0 ? whole : null;
  const form = useMemo(() => ({ plan, sound, change, known }), [plan, sound, change, known]);
  const save = own.length === 0 && draft.dirty && !saving ? () => onSave(whole) : null;
  useHotkeys([
    ['mod+Z', () => undo?.()],
    ['mod+shift+Z', () => redo?.()],
  ]);
  useHotkeys([['mod+S', () => save?.()]], []);
  return (
    <PlanFormContext value={form}>
      <ProblemContext value={problems}>
        <div className={styles.columns}>
          <div className={styles.sections}>
            <PlanFormSections />
            <Later>
              <PowerCard plan={sound} />
              <RehearseCard plan={sound} />
            </Later>
          </div>
          <div className={styles.side}>
            <PreviewCard arms={plan.arms} plan={sound} />
            {children}
          </div>
        </div>
        <SaveBar draft={draft} failure={failure} problems={own} save={save} saveLabel={saveLabel} saving={saving} />
      </ProblemContext>
    </PlanFormContext>
  );
}
