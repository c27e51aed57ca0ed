import { Button } from '@mantine/core';
import { useChange } from '../api/use-change.ts';
import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { usePlace } from '../parts/place.ts';
import styles from './Report.module.css';

/** The pilot that follows from this one, opened with one click: a file of its own, with charter and plan ready made. */
export function NextPilotCard() {
  const read = useRead('report.proposal', {});
  const choose = useChange('app.chooseNew');
  const create = useChange('pilot.createNext');
  const format = useFormat();
  const { go } = usePlace();
  if (read.data === undefined || read.data === null) return null;
  const { title, why, needed } = read.data;

  const make = async () => {
    const file = await choose.mutateAsync({ suggestedName: title }).catch(() => null);
    if (file !== null) create.mutate({ file: file.grant }, { onSuccess: () => go('charter') });
  };

  return (
    <Card
      subtitle={needed === null ? title : `${title} · about ${format.count(needed)} customers`}
      title="The next pilot"
    >
      <div className={styles.stack}>
        <p className={styles.words}>{why}</p>
        <div className={styles.ways}>
          <Button loading={choose.isPending || create.isPending} onClick={() => void make()} variant="default">
            Start the next pilot…
          </Button>
        </div>
        <p className={styles.quiet}>It gets a file of its own. This pilot is closed and stays as it is.</p>
        <Failure failure={choose.error ?? create.error} />
      </div>
    </Card>
  );
}
