/**
 * Names that are no words of any language: each holds a cluster such as "qx" or "jq" that no spelling uses,
 * so that nobody real is meant by chance. A name is computed from a number, and different numbers give different names.
 */
const onsets = ['B', 'D', 'F', 'G', 'H', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'T', 'V', 'W', 'Y'] as const;
const vowels = ['a', 'e', 'i', 'o', 'u'] as const;
export const impossibleClusters = ['qx', 'qv', 'qj', 'jq', 'qz', 'vq', 'xj', 'jx', 'zx'] as const;
const tails = ['', 'n', 'r', 'l', 's', 'm'] as const;

/** How many different words there are. */
export const WORDS = onsets.length * vowels.length * impossibleClusters.length * vowels.length * tails.length;

/** The made-up word of a number from 0 to WORDS − 1. */
export function madeUpWord(index: number): string {
  // 7919 shares no factor with WORDS: a permutation that keeps neighbours from looking alike.
  let left = (index * 7919) % WORDS;
  const take = (list: readonly string[]): string => {
    const chosen = list[left % list.length] ?? '';
    left = Math.floor(left / list.length);
    return chosen;
  };
  return take(onsets) + take(vowels) + take(impossibleClusters) + take(vowels) + take(tails);
}

export type PersonName = { readonly first: string; readonly last: string };

/** The made-up name of a person; different for every index below WORDS². */
export function personName(index: number): PersonName {
  const last = index % WORDS;
  const round = Math.floor(index / WORDS);
  return { first: madeUpWord((12_343 * last + 5000 + round) % WORDS), last: madeUpWord(last) };
}
