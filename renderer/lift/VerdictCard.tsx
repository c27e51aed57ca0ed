import type { Verdict } from '#shared/lift/lift-result.ts';
import type { Story } from '#shared/report/story.ts';
import { Card } from '../parts/Card.tsx';
import { Chip } from '../parts/Chip.tsx';
import styles from './VerdictCard.module.css';

type Tone = 'good' | 'doubt' | 'bad';

const tones: Record<Verdict, Tone> = { scale: 'good', extend: 'doubt', stop: 'bad', invalid: 'bad' };

/** What the sealed rule says of this look, and why. */
export function VerdictCard({ story }: { readonly story: Story }) {
  const { lift, text } = story;
  const { verdict } = lift;
  const tone = verdict === null ? 'doubt' : tones[verdict];
  const name = verdict === null ? text.verdict.none : text.verdict[lift.decided ? 'name' : 'onCourse'][verdict];
  return (
    <Card edge={tone}>
      <section aria-label="Verdict" className={styles.verdict}>
        <Chip tone={tone}>{name}</Chip>
        <p className={styles.words}>
          <b>{lift.because}</b> {verdict !== null && lift.decided && text.verdict.meaning[verdict]}
        </p>
      </section>
    </Card>
  );
}
