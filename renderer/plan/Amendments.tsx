import type { Amendment } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { Card } from '../parts/Card.tsx';
import styles from './PlanForm.module.css';

/** What was changed after sealing, when and why. */
export function Amendments({ amendments }: { readonly amendments: readonly Amendment[] }) {
  const format = useFormat();
  if (amendments.length === 0) return null;
  return (
    <Card
      subtitle="Listed in the report"
      title={amendments.length === 1 ? '1 amendment' : `${amendments.length} amendments`}
    >
      <ol className={styles.problems}>
        {amendments.map(({ at, why, sha256 }) => (
          <li key={`${at} ${sha256}`}>
            {why} <span className={styles.quiet}>{format.dateTime(at)}</span>{' '}
            <code className={styles.hash} title={sha256}>
              {sha256.slice(0, 8)}…
            </code>
          </li>
        ))}
      </ol>
    </Card>
  );
}
