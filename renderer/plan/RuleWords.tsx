import { useMemo } from 'react';
import type { Plan } from '#shared/plan/plan.ts';
import { ruleInWords } from '#shared/plan/rule-words.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import styles from './PlanForm.module.css';
import reading from './PlanReading.module.css';

/** What the rule will say, in words, and who decides by it. */
export function RuleWords({ plan }: { readonly plan: Plan }) {
  const format = useFormat();
  const sponsor = useRead('charter.get', {}).data?.sponsor.trim() ?? '';
  const text = catalogueOf(format.locale).rule;
  const said = useMemo(() => ruleInWords(plan, { text, format }), [plan, text, format]);
  const date = format.date(plan.decision.decideBy);
  return (
    <div className={styles.stack}>
      {[said.scale, said.stop, said.extend].map((line) => (
        <p className={reading.words} key={line}>
          {line}
        </p>
      ))}
      <p className={reading.words}>
        {said.early} {sponsor === '' ? text.nobody(date) : text.decides(sponsor, date)}
      </p>
      {said.edges.length > 0 && <p className={styles.quiet}>At its edges: {said.edges.join(' ')}</p>}
    </div>
  );
}
