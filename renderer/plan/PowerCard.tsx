import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useRef } from 'react';
import type { Plan } from '#shared/plan/plan.ts';
import type { KnownPower, PowerResult } from '#shared/plan/power-result.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import { CourseFigure } from '../charts/CourseFigure.tsx';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import styles from './PlanForm.module.css';
import reading from './PlanReading.module.css';
import { powerChart } from './power-chart.ts';

type Props = {
  /** Null while the draft has problems: nothing can be reckoned then. */
  readonly plan: Plan | null;
};

/** How many customers and weeks the plan needs, and what it cannot see, before it starts. */
export function PowerCard({ plan }: Props) {
  const [asked] = useDebouncedValue(plan, 800);
  const power = useRead('plan.power', asked === null ? null : { plan: asked });
  const last = useRef<PowerResult | null>(null);
  if (power.data !== undefined) last.current = power.data;
  const shown = last.current;
  if (plan !== null && power.error !== null) {
    return (
      <Card title="What this pilot can see">
        <Failure failure={power.error} />
      </Card>
    );
  }
  if (shown === null) {
    return (
      <Card title="What this pilot can see">
        <p className={styles.quiet}>{plan === null ? 'Reckoned once the plan holds together.' : 'Reckoning…'}</p>
      </Card>
    );
  }
  if (shown.kind === 'unknown') {
    return (
      <Card title="What this pilot can see">
        <p className={reading.words}>{shown.sentence}</p>
      </Card>
    );
  }
  return <Known found={shown} />;
}

function Known({ found }: { readonly found: KnownPower }) {
  const format = useFormat();
  const chart = useMemo(() => powerChart(found, format, catalogueOf(format.locale).power), [found, format]);
  const arms = Object.entries(found.needed?.byArm ?? {});
  return (
    <>
      <Card
        edge={found.sees && found.guardrails.every(({ sees }) => sees) ? 'good' : 'doubt'}
        subtitle={subtitle(found, format)}
        title="What this pilot can see"
      >
        <div className={styles.stack}>
          <p aria-live="polite" className={reading.words}>
            <b>{found.sentence}</b>
          </p>
          {found.notes.map((note) => (
            <p className={reading.words} key={note}>
              {note}
            </p>
          ))}
          {found.guardrails.map(({ metric, sentence }) => (
            <p className={reading.words} key={metric}>
              {sentence}
            </p>
          ))}
          {arms.length > 0 && (
            <p className={styles.quiet}>
              Needed: {arms.map(([arm, n]) => `${arm} ${format.count(n)}`).join(', ')}. This is no look: nothing of a
              treatment is counted.
            </p>
          )}
        </div>
      </Card>
      {chart !== null && <CourseFigure chart={chart} />}
    </>
  );
}

function subtitle(found: KnownPower, format: ReturnType<typeof useFormat>): string {
  const pool = found.pool > 0 ? `, ${format.count(found.pool)} there at once` : '';
  const weekly = format.count(Math.round(found.arrivalsPerWeek));
  return `${found.source}: ${format.value(found.baseline, found.unit)}; ${weekly} new customers a week${pool}`;
}
