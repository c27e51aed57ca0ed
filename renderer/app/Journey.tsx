import { IconCheck } from '@tabler/icons-react';
import type { PilotSummary } from '#shared/api/summary.ts';
import { keyNames } from '../parts/key-names.ts';
import { usePlace } from '../parts/place.ts';
import styles from './Journey.module.css';
import { journey } from './steps.ts';

/** The six steps: the way around, and at the same time the pilot's status. Without a pilot they are only told. */
export function Journey({ pilot }: { readonly pilot: PilotSummary | null }) {
  const { place, go } = usePlace();
  return (
    <nav aria-label="The pilot's six steps" className={styles.journey}>
      <ol>
        {journey.map(({ step, name, question }, index) => {
          const status = pilot?.steps.find((one) => one.step === step);
          const done = status?.state === 'done';
          const here = place === step;
          const number = index + 1;
          return (
            <li key={step}>
              <button
                aria-current={here ? 'step' : undefined}
                aria-keyshortcuts={`Control+${number}`}
                className={styles.step}
                disabled={pilot === null}
                onClick={() => go(step)}
                title={`${question} (${keyNames(`mod+${number}`)})`}
                type="button"
              >
                <span aria-hidden="true" className={here ? styles.here : done ? styles.done : styles.mark}>
                  {done && !here ? <IconCheck size={12} stroke={2.5} /> : number}
                </span>
                <span className={styles.name}>{name}</span>
                {done && <span className="unseen">, done</span>}
                {status !== undefined && status.note !== '' && <span className={styles.note}>{status.note}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
