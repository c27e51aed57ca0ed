import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Board } from '#shared/lift/board.ts';
import { harms } from '#shared/lift/harm.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import { deciding } from '#shared/lift/peeking.ts';
import type { PlanState } from '#shared/plan/plan.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import { Spark } from '../charts/Spark.tsx';
import { Card } from '../parts/Card.tsx';
import styles from './BoardCard.module.css';
import { LastLook } from './LastLook.tsx';

type Props = { readonly state: PlanState };

/** The pilot on its way: time left, outcomes known, what the last look saw, and what drifts. No look is taken here. */
export function BoardCard({ state }: Props) {
  const found = useRead('run.board', {}).data;
  const last = useRead('lift.last', {}).data;
  const format = useFormat();
  if (found === undefined || found.assigned === 0) return null;
  const harm = harmsOf(state, last ?? null, format);
  const drifts = found.signs.some(({ severity }) => severity === 'warning');
  return (
    <Card
      edge={harm.length > 0 ? 'bad' : drifts ? 'doubt' : 'none'}
      subtitle={found.sentence}
      title={titleOf(found, harm.length > 0, drifts)}
    >
      {harm.map(({ arm, because }) => (
        <p className={styles.alarm} key={arm} role="alert">
          <b>
            Harm, by the look of {format.date(last?.asOf ?? null)}: {arm}.
          </b>{' '}
          {because} The plan lets a pilot stop early for harm.
        </p>
      ))}
      <div className={styles.tiles}>
        <Tile
          big={daysWords(found.daysLeft, format.count(found.daysLeft))}
          label="Time"
          sentence={
            found.daysLeft === 0
              ? `The day of the decision, ${format.date(found.decideBy)}, has come.`
              : `Decided on ${format.date(found.decideBy)}.`
          }
        >
          {found.over !== null && <Bar label="Time that is over" share={found.over} />}
        </Tile>
        <Tile
          big={`${format.count(found.known)} known`}
          label="Outcomes"
          sentence={
            found.expectedN === null
              ? `Of ${format.count(found.assigned)} customers in an arm; the others' windows are still open.`
              : `Of ${format.count(found.assigned)} customers in an arm; the plan was sealed for ${format.count(found.expectedN)} in a comparison.`
          }
        >
          <Bar label="Outcomes known" share={found.assigned === 0 ? 0 : found.known / found.assigned} />
        </Tile>
        <LastLook lift={last ?? null} plan={state.plan} />
        {found.signs.map((sign) => (
          <Tile
            key={sign.id}
            label={sign.title}
            sentence={sign.sentence}
            tone={sign.severity === 'warning' ? 'doubt' : 'plain'}
          >
            <Spark points={sign.points} title={sign.title} />
          </Tile>
        ))}
      </div>
    </Card>
  );
}

function harmsOf(state: PlanState, last: LiftResult | null, format: ReturnType<typeof useFormat>) {
  if (last === null || state.sealed === null || last.verdict === 'invalid') return [];
  const shown = last.metrics.filter((metric) => deciding(metric).absolute.estimate !== null);
  return harms(state.plan, shown, { text: catalogueOf(format.locale).lift, format });
}

function daysWords(days: number, written: string): string {
  if (days === 0) return 'Time to decide';
  return days === 1 ? '1 day left' : `${written} days left`;
}

function titleOf({ daysLeft }: Board, harm: boolean, drifts: boolean): string {
  if (harm) return 'The last look found harm: decide now whether to stop.';
  if (drifts) return 'Something has changed since the start.';
  return daysLeft === 0 ? 'The pilot has come to its decision.' : 'The pilot is on its way.';
}

type TileProps = {
  readonly label: string;
  readonly big?: string;
  readonly sentence: string;
  readonly tone?: 'plain' | 'doubt' | 'bad' | 'good';
  readonly children?: ReactNode;
};

/** One thing to know at a glance. */
export function Tile({ label, big, sentence, tone = 'plain', children }: TileProps) {
  return (
    <section aria-label={label} className={`${styles.tile} ${styles[tone]}`}>
      <p className={styles.label}>{label}</p>
      {big !== undefined && <p className={styles.big}>{big}</p>}
      {children}
      <p className={styles.sentence}>{sentence}</p>
    </section>
  );
}

function Bar({ label, share }: { readonly label: string; readonly share: number }) {
  return <Progress aria-label={label} color="gray" size="sm" value={Math.round(share * 100)} />;
}
