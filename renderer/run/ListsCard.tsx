import { Button } from '@mantine/core';
import { useState } from 'react';
import type { GrantedFile, RunStatus } from '#shared/api/contract.ts';
import { purpose } from '#shared/contact/contact-list.ts';
import type { Arm } from '#shared/plan/plan.ts';
import { call } from '../api/bridge.ts';
import { useChange } from '../api/use-change.ts';
import { useFormat } from '../api/use-format.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { ArmMark } from '../parts/ArmMark.tsx';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { sum } from './finding.ts';
import styles from './Run.module.css';
import { WrittenLists } from './WrittenLists.tsx';

type Props = { readonly arms: readonly Arm[]; readonly status: RunStatus };

/** One list an arm, each with what it is for; the control's holds nothing one could write to. */
export function ListsCard({ arms, status }: Props) {
  const [folder, setFolder] = useState<GrantedFile | null>(null);
  const choose = useChange('app.chooseFolder');
  const write = useChange('run.lists');
  const readOnly = useReadOnlyReason();
  const format = useFormat();
  const none = sum(status.assigned) === 0;
  const start = async () => {
    const chosen = await choose.mutateAsync({ purpose: 'Choose a folder for the contact lists' });
    if (chosen === null) return;
    setFolder(chosen);
    write.mutate({ folder: chosen.grant });
  };
  return (
    <Card subtitle="CSV files for the tool or the people who do the contacting" title="Hand out the lists">
      <div className={styles.stack}>
        <ul className={styles.purposes}>
          {arms.map((arm) => (
            <li key={arm.id}>
              <ArmMark label={arm.id} role={arm.role} />
              <span className={styles.quiet}>
                {format.count(listed(arm, status))} customers. {purpose(arm, status.heldOut)}
              </span>
            </li>
          ))}
        </ul>
        <Failure failure={choose.error ?? write.error} />
        <div>
          <Button
            disabled={none || readOnly !== null}
            loading={choose.isPending || write.isPending}
            onClick={() => void start().catch(() => undefined)}
            title={none ? 'Assign the customers first' : (readOnly ?? undefined)}
          >
            Write the lists…
          </Button>
        </div>
        <WrittenLists
          lists={status.lists}
          onShow={folder === null ? null : () => void call('app.show', { file: folder.grant })}
        />
      </div>
    </Card>
  );
}

/** Whoever is held out stands in control's list. */
function listed(arm: Arm, { assigned, heldOut }: RunStatus): number {
  return (assigned[arm.id] ?? 0) + (arm.role === 'control' ? heldOut : 0);
}
