import { HIDDEN } from '../redact.ts';
import type { Quote } from './voice.ts';

/** What the lead decided of a quote: to leave it out, or to black out words of it, counted from 0. */
export type QuoteEdit = { readonly leftOut: boolean; readonly blacked: readonly number[] };

/** The words of a text as they can be blacked out one by one. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** A text with some of its words blacked out; neighbours share one mark. */
export function blackened(text: string, blacked: readonly number[]): string {
  if (blacked.length === 0) return text;
  const hidden = new Set(blacked);
  return wordsOf(text)
    .map((word, i) => (hidden.has(i) ? HIDDEN : word))
    .filter((word, i, all) => word !== HIDDEN || all[i - 1] !== HIDDEN)
    .join(' ');
}

/** The quotes as the lead let them pass, and how many were left out or blackened: both are told. */
export function lookedOver(quotes: readonly Quote[], edits: Readonly<Record<string, QuoteEdit | undefined>>) {
  const kept = quotes.filter(({ key }) => edits[key]?.leftOut !== true);
  return {
    quotes: kept.map((quote) => ({ ...quote, text: blackened(quote.text, edits[quote.key]?.blacked ?? []) })),
    leftOut: quotes.length - kept.length,
    blackened: kept.filter(({ key }) => (edits[key]?.blacked.length ?? 0) > 0).length,
  };
}
