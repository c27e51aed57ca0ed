import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type RecentPilot, step } from '#shared/api/summary.ts';
import { useFormat } from '../api/use-format.ts';
import { Chip } from '../parts/Chip.tsx';
import styles from './RecentPilots.module.css';

type Props = { readonly pilot: RecentPilot; readonly onOpen: () => void; readonly onForget: () => void };

/** One pilot in the list. A file that is gone can only be taken off the list. */
export function RecentLine({ pilot, onOpen, onForget }: Props) {
  const format = useFormat();
  return (
    <li className={styles.line}>
      <button className={styles.open} disabled={pilot.missing} onClick={onOpen} type="button">
        <span className={styles.what}>
          <span className={styles.name}>{pilot.name}</span>
          <span className={styles.file}>{pilot.missing ? `${pilot.file} is no longer there` : pilot.file}</span>
        </span>
        <span className={styles.reached}>
          <StepDots reached={pilot.reached} />
        </span>
        <span className={styles.look}>
          {pilot.lastLook === null ? (
            <span className={styles.quiet}>Not looked at yet</span>
          ) : (
            <>
              {pilot.lastLook.headline}
              <span className={styles.quiet}>Last look {format.day(pilot.lastLook.at)}</span>
            </>
          )}
        </span>
        <span className={styles.next}>
          <Chip tone="flame">Next</Chip> {pilot.nextAction}
        </span>
      </button>
      <ActionIcon
        aria-label={`Take ${pilot.name} off this list; the file stays`}
        color="gray"
        onClick={onForget}
        variant="subtle"
      >
        <IconX size={14} />
      </ActionIcon>
    </li>
  );
}

/** How far the journey has come, as six dots and in words. */
function StepDots({ reached }: { readonly reached: RecentPilot['reached'] }) {
  const steps = step.options;
  const at = steps.indexOf(reached);
  return (
    <>
      <span aria-hidden="true" className={styles.dots}>
        {steps.map((one, index) => (
          <span className={index < at ? styles.past : index === at ? styles.now : styles.ahead} key={one} />
        ))}
      </span>
      <span className={styles.quiet}>
        Step {at + 1} of 6: {reached}
      </span>
    </>
  );
}
