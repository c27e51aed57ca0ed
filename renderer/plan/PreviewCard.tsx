import { useDebouncedValue } from '@mantine/hooks';
import { useRef } from 'react';
import type { PlanPreview } from '#shared/api/contract.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import { ArmMark } from '../parts/ArmMark.tsx';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import styles from './PreviewCard.module.css';

type Props = {
  /** Null while the draft has problems: nothing can be counted then. */
  readonly plan: Plan | null;
  readonly arms: Plan['arms'];
};

/** Who would be in by the draft as it stands, counted while it is written. */
export function PreviewCard({ plan, arms }: Props) {
  const [asked] = useDebouncedValue(plan, 400);
  const preview = useRead('plan.preview', asked === null ? null : { plan: asked });
  const last = useRef<PlanPreview | null>(null);
  if (preview.data !== undefined) last.current = preview.data;
  const shown = last.current;
  const waits = preview.isFetching || plan !== asked;
  return (
    <Card subtitle={waits && plan !== null ? 'Counting…' : 'By the plan as it stands here'} title="Who would be in">
      <Failure failure={plan === null ? null : preview.error} />
      {plan === null && <p className={styles.quiet}>Counted again once the plan holds together.</p>}
      {shown !== null && <Counts arms={arms} preview={shown} />}
    </Card>
  );
}

function Counts({ preview, arms }: { readonly preview: PlanPreview; readonly arms: Plan['arms'] }) {
  const format = useFormat();
  return (
    <>
      <p aria-live="polite" className={styles.total}>
        <b>{format.count(preview.eligible)}</b> of {format.count(preview.imported)} customers
      </p>
      <dl className={styles.counts}>
        {arms.map((arm) => (
          <div key={arm.id}>
            <dt>
              <ArmMark label={arm.id} role={arm.role} />
            </dt>
            <dd>{format.count(preview.arms[arm.id] ?? 0)}</dd>
          </div>
        ))}
        {preview.notEligible.map(({ reason, n }) => (
          <div className={styles.quiet} key={reason}>
            <dt>{reason}</dt>
            <dd>{format.count(n)}</dd>
          </div>
        ))}
      </dl>
      {preview.examples.length > 0 && (
        <p className={styles.examples}>
          For example:{' '}
          {preview.examples
            .map(
              ({ customer, number, from }) =>
                `${number ?? `no. ${customer}`}${from === null ? '' : ` (from ${format.day(from)})`}`,
            )
            .join(', ')}
        </p>
      )}
      {preview.findings.length > 0 && (
        <ul className={styles.findings}>
          {preview.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
    </>
  );
}
