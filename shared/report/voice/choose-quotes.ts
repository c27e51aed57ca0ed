import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Band } from './voice.ts';

/** Words one customer of an arm wrote. */
export type Said = {
  readonly arm: string;
  readonly band: Band;
  readonly text: string;
};

/** How many are drawn of each arm and band. */
export const QUOTES_EACH = 2;
/** Shorter ones say nothing to a reader. */
export const SHORTEST = 15;

/**
 * Draws quotes by a rule that leaves nobody a choice: of each arm and band the two whose seeded hash is smallest,
 * each text once. Which rows come first in an export makes no difference.
 */
export function chooseQuotes<Row extends Said>(rows: readonly Row[], seed: number): (Row & { readonly key: string })[] {
  const cells = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const text = row.text.trim();
    if (text.length < SHORTEST) continue;
    const cell = cells.get(cellOf(row)) ?? new Map<string, Row>();
    cells.set(cellOf(row), cell);
    if (!cell.has(text)) cell.set(text, row);
  }
  const used = new Set<string>();
  return [...cells.keys()].sort().flatMap((name) => {
    const drawn = [...(cells.get(name) ?? [])]
      .map(([text, row]) => ({ text, row, key: keyOf(seed, row.arm, text) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .filter(({ text }) => !used.has(text))
      .slice(0, QUOTES_EACH);
    for (const { text } of drawn) used.add(text);
    return drawn.map(({ row, key }) => ({ ...row, key }));
  });
}

function cellOf({ arm, band }: Said): string {
  return `${arm}/${band}`;
}

function keyOf(seed: number, arm: string, text: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${seed}|${arm}|${text}`))).slice(0, 16);
}
