import type { IntervalPicture } from '#shared/report/table.ts';
import styles from './IntervalMark.module.css';

const width = 120;
const height = 24;
const edge = 8;
const middle = height / 2;

type Props = {
  readonly picture: IntervalPicture;
  /** What is drawn, in words. */
  readonly label: string;
};

/** One interval as a line with the treatment's diamond on it. The tick is no difference; an arrow is an end beyond. */
export function IntervalMark({ picture, label }: Props) {
  const { estimate, lower, upper, min, max, limit, tone } = picture;
  const place = (value: number) => edge + clamp((value - min) / (max - min || 1)) * (width - 2 * edge);
  const beyondLeft = lower === null || lower < min;
  const beyondRight = upper === null || upper > max;
  const centre = place(estimate);
  return (
    <svg
      aria-label={label}
      className={`${styles.mark} ${styles[tone]}`}
      height={height}
      role="img"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
    >
      <line className={styles.zero} x1={place(0)} x2={place(0)} y1={4} y2={height - 4} />
      {limit !== null && <line className={styles.limit} x1={place(limit)} x2={place(limit)} y1={4} y2={height - 4} />}
      <line
        className={styles.line}
        x1={beyondLeft ? 2 : place(lower)}
        x2={beyondRight ? width - 2 : place(upper)}
        y1={middle}
        y2={middle}
      />
      {!beyondLeft && (
        <line className={styles.line} x1={place(lower)} x2={place(lower)} y1={middle - 6} y2={middle + 6} />
      )}
      {!beyondRight && (
        <line className={styles.line} x1={place(upper)} x2={place(upper)} y1={middle - 6} y2={middle + 6} />
      )}
      {beyondLeft && <path className={styles.arrow} d={`M6 ${middle - 4} 2 ${middle} 6 ${middle + 4}`} />}
      {beyondRight && (
        <path
          className={styles.arrow}
          d={`M${width - 6} ${middle - 4} ${width - 2} ${middle} ${width - 6} ${middle + 4}`}
        />
      )}
      <path className={styles.point} d={`M${centre} ${middle - 5}l5 5-5 5-5-5Z`} />
    </svg>
  );
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
