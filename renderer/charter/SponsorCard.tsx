import type { Charter } from '#shared/charter/charter.ts';
import { useFormat } from '../api/use-format.ts';
import { Card } from '../parts/Card.tsx';
import styles from './SponsorCard.module.css';

/** The charter as the sponsor reads it: two minutes, no form. */
export function SponsorCard({ charter }: { readonly charter: Charter }) {
  const format = useFormat();
  const { amount, currency } = charter.budget;
  return (
    <Card edge="flame" subtitle="As your sponsor will read it" title={charter.title}>
      <dl className={styles.terms}>
        <Term name="The pain" text={charter.painPoint} />
        <Term name="We promise" text={charter.promise} />
        <Term name="We believe" text={charter.hypothesis} />
        <Term name="We try" text={charter.intervention} />
        <Term name="Convinced by" text={charter.convincedBy} />
      </dl>
      <p className={styles.deal}>
        <b>Scale if the lift is at least +{format.level(charter.successThreshold)}</b>
        {charter.decideBy === null ? '' : `, decided by ${format.date(charter.decideBy)}`}
        {charter.sponsor.trim() === '' ? '' : ` by ${charter.sponsor}`}. Budget {format.money(amount, currency)}
        {charter.owner.trim() === '' ? '' : `; led by ${charter.owner}`}.
      </p>
    </Card>
  );
}

function Term({ name, text }: { readonly name: string; readonly text: string }) {
  const empty = text.trim() === '';
  return (
    <div>
      <dt>{name}</dt>
      <dd className={empty ? styles.open : undefined}>{empty ? 'still open' : text}</dd>
    </div>
  );
}
