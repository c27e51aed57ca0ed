import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { Check, Severity } from '#shared/lift/lift-result.ts';
import type { Story } from '#shared/report/story.ts';
import { Card } from '../parts/Card.tsx';
import styles from './TrustCard.module.css';

const icons = { ok: IconCheck, note: IconInfoCircle, warning: IconAlertTriangle, fail: IconX };
const gravestFirst: Record<Severity, number> = { fail: 0, warning: 1, note: 2, ok: 3 };

/** Every check of this look, the gravest first. */
export function TrustCard({ story }: { readonly story: Story }) {
  const { checks } = story.lift;
  const ordered = checks.toSorted((a, b) => gravestFirst[a.severity] - gravestFirst[b.severity]);
  return (
    <Card subtitle={counted(checks)} title="Can we trust it?">
      <ul className={styles.checks}>
        {ordered.map((check) => (
          <CheckLine
            check={check}
            key={`${check.id} ${check.sentence}`}
            severity={story.text.check.severity[check.severity]}
          />
        ))}
      </ul>
    </Card>
  );
}

function CheckLine({ check, severity }: { readonly check: Check; readonly severity: string }) {
  const Icon = icons[check.severity];
  return (
    <li className={styles.check}>
      <Icon aria-hidden className={styles[check.severity]} size={16} stroke={2} />
      <span>
        <span className="unseen">{severity}: </span>
        {check.sentence}
        {check.todo !== null && <span className={styles.todo}>{check.todo}</span>}
      </span>
    </li>
  );
}

/** "8 checks, 1 note": what did not simply pass is counted by its name. */
function counted(checks: readonly Check[]): string {
  const of = (severity: Severity) => checks.filter((check) => check.severity === severity).length;
  const parts = [
    [of('fail'), 'failed'],
    [of('warning'), of('warning') === 1 ? 'warning' : 'warnings'],
    [of('note'), of('note') === 1 ? 'note' : 'notes'],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  return [
    `${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`,
    ...(told.length === 0 ? ['all passed'] : told),
  ].join(', ');
}
