import styles from './Spark.module.css';

type Point = { readonly at: string; readonly value: number | null; readonly label: string };

type Props = { readonly points: readonly Point[]; readonly title: string };

const [WIDTH, HEIGHT, EDGE] = [160, 36, 3];

/** A course as small as a word, from 0 up; its values are read out, and shown where the pointer rests. */
export function Spark({ points, title }: Props) {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (known.length < 2) return null;
  const top = Math.max(...known, 1e-12);
  const x = (i: number) => EDGE + (i / Math.max(1, points.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - (Math.max(0, value) / top) * (HEIGHT - 2 * EDGE);
  const drawn = points.flatMap(({ value }, i) => (value === null ? [] : [{ x: x(i), y: y(value), i }]));
  const last = drawn.at(-1);
  return (
    <svg
      aria-label={`${title}. ${points.map(({ label }) => label).join('; ')}`}
      className={styles.spark}
      preserveAspectRatio="xMinYMid meet"
      role="img"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <line className={styles.base} x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} />
      <polyline className={styles.line} points={drawn.map((point) => `${point.x},${point.y}`).join(' ')} />
      {drawn.map((point) => (
        <circle className={styles.hit} cx={point.x} cy={point.y} key={points[point.i]?.at} r="6">
          <title>{points[point.i]?.label}</title>
        </circle>
      ))}
      {last !== undefined && <circle className={styles.last} cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  );
}
