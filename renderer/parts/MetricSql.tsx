import { useState } from 'react';
import type { Plan } from '#shared/plan/plan.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import { CodeToCopy } from './CodeToCopy.tsx';
import { Failure } from './Failure.tsx';
import styles from './MetricSql.module.css';

type Props = {
  /** Null while the draft does not hold together: nothing can be counted then. */
  readonly plan: Plan | null;
  readonly metric: string;
  /** The moment the figures stand at, ISO 8601; null for now. */
  readonly asOf: string | null;
};

/** How a metric is counted: its formula, and a statement that any SQLite tool runs on the pilot file. */
export function MetricSql({ plan, metric, asOf }: Props) {
  const [opened, setOpened] = useState(false);
  const format = useFormat();
  const found = useRead('plan.sql', opened && plan !== null ? { plan, asOf } : null);
  const kind = plan?.metrics.find(({ id }) => id === metric)?.kind;
  const sql = found.data?.find((one) => one.metric === metric)?.sql;
  return (
    <details className={styles.sql} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>Formula and SQL</summary>
      {plan === null && <p>Written once the plan holds together.</p>}
      <Failure failure={plan === null ? null : found.error} />
      {sql !== undefined && kind !== undefined && (
        <CodeToCopy code={sql} copy="Copy the SQL">
          {catalogueOf(format.locale).lift.formula[kind]}. The statement runs on the pilot file in any SQLite tool and
          gives the same customers and means by arm.
        </CodeToCopy>
      )}
    </details>
  );
}
