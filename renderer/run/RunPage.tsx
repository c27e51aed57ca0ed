import type { RunStatus } from '#shared/api/contract.ts';
import type { PlanState } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { Page } from '../parts/Page.tsx';
import { ReadOnlyNote } from '../parts/ReadOnlyNote.tsx';
import { ArmsCard } from './ArmsCard.tsx';
import { AssignCard } from './AssignCard.tsx';
import { BoardCard } from './BoardCard.tsx';
import { findingOf } from './finding.ts';
import { ImportedCard } from './ImportedCard.tsx';
import { ListsCard } from './ListsCard.tsx';
import { LogCard } from './LogCard.tsx';
import styles from './Run.module.css';

type Props = { readonly status: RunStatus; readonly state: PlanState };

/** Assigning, handing out the lists, and counting who was reached. */
export function RunPage({ status, state }: Props) {
  const format = useFormat();
  const { title, lead } = findingOf(status, format);
  const imported = status.method === 'imported';
  return (
    <Page lead={lead} title={title}>
      <ReadOnlyNote />
      {state.sealed !== null && <BoardCard state={state} />}
      <div className={styles.columns}>
        <div className={styles.stack}>
          {imported ? <ImportedCard /> : <AssignCard state={state} status={status} />}
          <ArmsCard arms={state.plan.arms} status={status} />
        </div>
        <div className={styles.stack}>
          {!imported && <ListsCard arms={state.plan.arms} status={status} />}
          <LogCard arms={state.plan.arms} status={status} />
        </div>
      </div>
    </Page>
  );
}
