import { useState } from 'react';
import type { MetricResult } from '#shared/lift/lift-result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { useRead } from '../api/use-read.ts';
import { CodeToCopy } from '../parts/CodeToCopy.tsx';
import { Failure } from '../parts/Failure.tsx';
import styles from '../parts/MetricSql.module.css';

type Props = {
  readonly plan: Plan;
  readonly result: MetricResult;
  /** The moment the figures stand at, ISO 8601. */
  readonly asOf: string;
};

/** One comparison from the pilot file to its printed figures: a statement, and the method that reads its answer. */
export function MetricRecipe({ plan, result, asOf }: Props) {
  const [opened, setOpened] = useState(false);
  const found = useRead('plan.sql', opened ? { plan, asOf } : null);
  const recipes = found.data?.find(({ metric }) => metric === result.id)?.recipes ?? [];
  const recipe = recipes.find(
    ({ treatment, headline }) =>
      treatment === result.treatment && (headline === 'adjusted' ? result.unadjusted !== null : true),
  );
  const commands = recipe?.methods.map((method) => `sqlite3 FILE.pilot < recipe.sql | pilotlight calc ${method}`);
  return (
    <details className={styles.sql} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>From the file to the figure: {result.treatment}</summary>
      <Failure failure={found.error} />
      {recipe !== undefined && commands !== undefined && (
        <>
          <CodeToCopy code={commands.join('\n')} copy="Copy the commands">
            Save the statement below as recipe.sql: its answer is what the method reads, and the figures for one look
            come out.
          </CodeToCopy>
          <CodeToCopy code={recipe.sql} copy="Copy the SQL">
            recipe.sql
          </CodeToCopy>
        </>
      )}
    </details>
  );
}
