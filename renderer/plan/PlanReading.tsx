import type { Arm, Plan } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { ArmMark } from '../parts/ArmMark.tsx';
import { Card } from '../parts/Card.tsx';
import { Chip } from '../parts/Chip.tsx';
import { MetricSql } from '../parts/MetricSql.tsx';
import styles from './PlanForm.module.css';
import reading from './PlanReading.module.css';
import { RuleWords } from './RuleWords.tsx';
import { allocationWords, analysisWords, hours, metricWords, populationWords } from './words.ts';

/** A plan to be read, in the order in which it was written. */
export function PlanReading({ plan }: { readonly plan: Plan }) {
  const format = useFormat();
  const whole = plan.arms.reduce((sum, arm) => sum + arm.weight, 0);
  return (
    <div className={styles.sections}>
      <Card title="What we expect">
        <p className={reading.words}>{plan.hypothesis}</p>
      </Card>
      <Card title="Who is in">
        <p className={reading.words}>{populationWords(plan.population)}</p>
      </Card>
      <Card subtitle={allocationWords(plan.allocation, format)} title="What happens to them">
        <div className={styles.stack}>
          {plan.arms.map((arm) => (
            <ArmReading arm={arm} key={arm.id} share={format.level(arm.weight / whole)} />
          ))}
        </div>
      </Card>
      <Card title="What is success">
        <dl className={reading.list}>
          {plan.metrics.map((metric) => (
            <div key={metric.id}>
              <dt>
                {metric.name ?? metric.id} <Chip tone="quiet">{metric.role}</Chip>
              </dt>
              <dd>
                {metricWords(metric, format)}
                <MetricSql asOf={null} metric={metric.id} plan={plan} />
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title="How it is counted">
        <div className={styles.stack}>
          {analysisWords(plan.analysis, format).map((line) => (
            <p className={reading.words} key={line}>
              {line}
            </p>
          ))}
        </div>
      </Card>
      <Card title="What decides">
        <RuleWords plan={plan} />
      </Card>
    </div>
  );
}

function ArmReading({ arm, share }: { readonly arm: Arm; readonly share: string }) {
  const format = useFormat();
  const { intervention } = arm;
  return (
    <section aria-label={arm.id} className={styles.part}>
      <div className={styles.partHead}>
        <ArmMark label={arm.id} role={arm.role} />
        <span className={styles.quiet}>{share} of all</span>
      </div>
      {intervention === undefined ? (
        <p className={styles.quiet}>
          {arm.role === 'control' ? 'Gets what it would have got anyway.' : 'What happened here is not described.'}
        </p>
      ) : (
        <p className={reading.words}>
          {intervention.channel}
          {intervention.withinHours === undefined ? '' : `, within ${hours(intervention.withinHours)}`}:{' '}
          {intervention.message}{' '}
          <span className={styles.quiet}>
            {[
              ...(intervention.link === undefined ? [] : [`Link: ${intervention.link}.`]),
              ...(intervention.costPerContact === undefined
                ? []
                : [`${format.money(intervention.costPerContact)} a contact.`]),
              ...(intervention.offerCost === undefined ? [] : [`${format.money(intervention.offerCost)} the offer.`]),
              ...(intervention.exposure === undefined ? [] : [`Reached: “${intervention.exposure.activity}”.`]),
            ].join(' ')}
          </span>
        </p>
      )}
    </section>
  );
}
