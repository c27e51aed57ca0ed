import { groupSequential } from '../stats/group-sequential.ts';
import type { Asked } from './estimate.ts';

/** What a planned look may conclude by. */
export type LookBound = {
  /** Milliseconds UTC. */
  readonly at: number;
  /** Customers analysed in both arms. */
  readonly n: number;
  /** Analysed over planned N; where no N was sealed, the share of the looks taken. */
  readonly information: number;
  /** In standard errors. */
  readonly z: number;
  /** The false-alarm chance used up so far, all sides together. */
  readonly alphaSpent: number;
  /** The level of an interval that leaves 0 out exactly where the bound is crossed. */
  readonly level: number;
};

/** Nearer to 1 a level cannot be told from it; so far out no data ever lie. */
const SUREST = 1 - 1e-14;

/**
 * The bounds of the planned looks taken so far: Lan & DeMets's spending of O'Brien & Fleming's shape, information =
 * analysed / planned N, and the last look spends the rest. A look before the last at which there are more than were
 * planned keeps the rest for the last one. A look that adds nobody is one with the look before it.
 *
 * @param entered from when each analysed customer counts, milliseconds UTC
 * @param expectedN the planned N of a comparison's two arms, or null where none was sealed
 */
export function lookBounds(
  dates: readonly number[],
  taken: number,
  entered: readonly number[],
  expectedN: number | null,
  asked: Asked,
): LookBound[] {
  const looks: { at: number; n: number; information: number; time: number }[] = [];
  for (const [i, at] of dates.slice(0, taken).entries()) {
    const n = entered.reduce((sum, from) => (from <= at ? sum + 1 : sum), 0);
    if (n === 0) continue;
    const before = looks.at(-1);
    const share = (i + 1) / dates.length;
    const information = expectedN === null ? share : n / expectedN;
    const early = information < 1 ? information : Math.max(before?.time ?? 0, share);
    const time = i === dates.length - 1 ? 1 : early;
    if (before?.n === n) looks.pop();
    looks.push({ at, n, information, time });
  }
  const present = looks.at(-1);
  if (present === undefined) return [];
  const found = groupSequential({
    information: looks.map(({ n }) => n / present.n),
    spendingTime: looks.map(({ time }) => time),
    alpha: 1 - asked.level,
    sides: asked.alternative === 'two-sided' ? 2 : 1,
  });
  if (found.kind === 'error') throw new Error(found.reason);
  return looks.map(({ at, n, information }, i) => ({
    at,
    n,
    information,
    z: found.z[i] ?? 0,
    alphaSpent: found.alphaSpent[i] ?? 0,
    level: Math.min(SUREST, 1 - (found.nominalAlpha[i] ?? 0)),
  }));
}
