import type { RecentPilot } from '#shared/api/summary.ts';
import { useChange } from '../api/use-change.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { RecentLine } from './RecentLine.tsx';
import styles from './RecentPilots.module.css';
import type { Opening } from './use-opening.ts';

type Props = { readonly pilots: readonly RecentPilot[]; readonly opening: Opening };

/** Pilots opened lately: how far each is, what was seen last, what comes next. */
export function RecentPilots({ pilots, opening }: Props) {
  const forget = useChange('app.forgetRecent');
  const open = useChange('app.openRecent');
  return (
    <Card padding="flush" subtitle="The last opened first" title="Pilots under way">
      <Failure failure={open.error ?? forget.error} />
      <ul className={styles.list}>
        {pilots.map((pilot) => (
          <RecentLine
            key={pilot.id}
            onForget={() => forget.mutate({ id: pilot.id })}
            onOpen={() => open.mutate({ id: pilot.id }, { onSuccess: (file) => void opening.open(file, 'writer') })}
            pilot={pilot}
          />
        ))}
      </ul>
    </Card>
  );
}
