import type { Story } from '#shared/report/story.ts';
import { Card } from '../parts/Card.tsx';
import { CompareLooks } from './CompareLooks.tsx';
import styles from './Lift.module.css';

const shown = 8;

/** Every look there was: the report names their number. */
export function LooksCard({ story }: { readonly story: Story }) {
  const { looks, lift, format, text } = story;
  const latest = looks.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, shown);
  return (
    <Card
      subtitle={`As of ${format.dateTime(lift.asOf)}; each look is logged`}
      title={`Look ${format.count(lift.looks)}`}
    >
      <ol className={styles.counts}>
        {latest.map(({ at, verdict, sealed }) => (
          <li key={at}>
            <span>{format.dateTime(at)}</span>
            <span>{sealed ? verdictName(verdict, text) : 'before the seal'}</span>
          </li>
        ))}
      </ol>
      {looks.length > shown && <p className={styles.words}>and {format.count(looks.length - shown)} earlier ones</p>}
      {looks.length > 1 && <CompareLooks />}
    </Card>
  );
}

function verdictName(verdict: string | null, text: Story['text']): string {
  const names: Readonly<Record<string, string>> = text.verdict.name;
  return verdict === null ? text.verdict.none : (names[verdict] ?? verdict);
}
