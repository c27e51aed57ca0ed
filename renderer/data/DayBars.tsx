import type { DayBars as Bars } from '#shared/records/source-picture.ts';
import { useFormat } from '../api/use-format.ts';
import styles from './DayBars.module.css';
import { barsSentence } from './picture-words.ts';

const HEIGHT = 28;
const WIDTH = 120;
const GAP = 0.5;
const WIDEST = 14;
/** A day with a record is seen, however few. */
const LEAST = 1.5;

/** Records by day, as small bars; said in words to who does not see them. */
export function DayBars({ bars }: { readonly bars: Bars }) {
  const format = useFormat();
  const most = Math.max(...bars.counts);
  const wide = WIDTH / bars.counts.length;
  const broad = Math.max(0.5, Math.min(wide - GAP, WIDEST));
  const sentence = barsSentence(bars, format);
  return (
    <svg
      aria-label={sentence}
      className={styles.bars}
      height={HEIGHT}
      preserveAspectRatio="none"
      role="img"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
    >
      <title>{sentence}</title>
      <line className={styles.ground} x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {bars.counts.map((n, i) => {
        const high = n === 0 ? 0 : Math.max(LEAST, (n / most) * (HEIGHT - 2));
        return (
          <rect
            className={styles.bar}
            height={high}
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
            key={i}
            width={broad}
            x={i * wide + (wide - broad) / 2}
            y={HEIGHT - 1 - high}
          />
        );
      })}
    </svg>
  );
}
