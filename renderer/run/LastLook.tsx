import type { LiftResult, MetricResult } from '#shared/lift/lift-result.ts';
import { breached, clear } from '#shared/lift/margin.ts';
import { deciding } from '#shared/lift/peeking.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { Tile } from './BoardCard.tsx';

type Props = { readonly lift: LiftResult | null; readonly plan: Plan };

/** What the last logged look saw of the lift and the guardrails: the board itself never looks. */
export function LastLook({ lift, plan }: Props) {
  const format = useFormat();
  if (lift === null) {
    return (
      <Tile
        big="Not looked at"
        label="Lift so far"
        sentence="Every look is logged and counted in the report. Take one on the lift screen when somebody needs to know."
      />
    );
  }
  const day = format.date(lift.asOf);
  const primaries = lift.metrics.filter(({ id }) => id === plan.decision.scaleIf.metric);
  const guardrails = lift.metrics.filter(({ role }) => role === 'guardrail');
  const several = primaries.length > 1;
  return (
    <>
      {primaries.map((metric) => {
        const { absolute, relative } = deciding(metric);
        const withheld = metric.withheld !== null || lift.verdict === 'invalid' || absolute.lower === null;
        return (
          <Tile
            big={withheld ? 'Nothing to show' : format.lift(relative.estimate)}
            key={metric.treatment}
            label={several ? `Lift so far, ${metric.treatment}` : 'Lift so far'}
            sentence={
              withheld
                ? `The look of ${day} shows no range.`
                : `${metric.name}: ${format.changeRange(absolute.lower, absolute.upper, metric.unit)}, ${right(plan)}, by the look of ${day}.`
            }
          />
        );
      })}
      {guardrails.map((metric) => (
        <Guardrail day={day} key={`${metric.id} ${metric.treatment}`} metric={metric} plan={plan} several={several} />
      ))}
    </>
  );
}

function right(plan: Plan): string {
  switch (plan.analysis.peeking) {
    case 'always-valid':
      return 'right however often one looks';
    case 'planned':
      return 'by the bound of this planned look';
    case 'none':
      return 'of a single look: before the decision it may mislead';
  }
}

type GuardrailProps = {
  readonly metric: MetricResult;
  readonly plan: Plan;
  readonly day: string;
  readonly several: boolean;
};

function Guardrail({ metric, plan, day, several }: GuardrailProps) {
  const planned = plan.metrics.find(({ id }) => id === metric.id);
  const { absolute } = deciding(metric);
  const label = `Guardrail: ${metric.name}${several ? `, ${metric.treatment}` : ''}`;
  if (planned !== undefined && breached(planned, absolute)) {
    return <Tile big="Breached" label={label} sentence={`Beyond its margin, by the look of ${day}.`} tone="bad" />;
  }
  const known = absolute.lower !== null || absolute.upper !== null;
  return planned !== undefined && known && clear(planned, absolute) ? (
    <Tile big="Holds" label={label} sentence={`Within its margin, by the look of ${day}.`} tone="good" />
  ) : (
    <Tile
      big="Not shown yet"
      label={label}
      sentence={`The look of ${day} cannot tell yet whether it stays within its margin.`}
    />
  );
}
