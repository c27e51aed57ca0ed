import { Card } from '../parts/Card.tsx';
import styles from './Report.module.css';

const contents = [
  'Page one: the question, the answer, the verdict by the sealed rule, the caveat that matters, what is asked',
  'The charter, the intervention and the plan with its fingerprint, amendments and looks',
  'Who took part, from the exports to those analysed, with every loss',
  'Every planned metric with its interval, its counts, its method and its source',
  'What it is worth: money with its range, what drives it, every assumption with its source',
  'What the figures cannot tell, and how to recompute them',
];

/** What a reader will find, and what nobody will. */
export function ContentsCard() {
  return (
    <Card title="What is in it">
      <ul className={styles.contents}>
        {contents.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={styles.promise}>
        <b>No contact data.</b> The report holds counts and figures only: no customer's name, e-mail address, phone or
        number.
      </p>
    </Card>
  );
}
