import type { GrantedFile } from '#shared/api/contract.ts';
import type { Guess } from '#shared/records/source.ts';

/** A file that has been looked at. */
type Looked = { readonly file: GrantedFile; readonly guess: Guess | undefined };

/** Whether a file follows an earlier import, so that it can go in as that one did. */
export function isKnown({ guess }: Looked): boolean {
  return guess?.since !== undefined && guess.since !== null;
}

/** The headline of several files at once. */
export function refreshTitle(known: readonly Looked[], files: number): string {
  const changed = known.filter(
    ({ guess }) => (guess?.since?.changes.length ?? 0) + (guess?.questions.length ?? 0) > 0,
  ).length;
  const some = known.length === files ? `All ${files} files are` : `${known.length} of ${files} files are`;
  if (known.length === 0) return `None of the ${files} files is known from earlier.`;
  if (changed === 0) return `${some} as last time.`;
  return `${some} known; in ${changed === known.length ? 'each' : changed} something is to be seen.`;
}

/** What one click does. */
export function refreshLead(known: readonly Looked[], files: number): string {
  const rest = files - known.length;
  const after =
    rest === 1 ? ' The other one is gone through after that.' : ` The other ${rest} are gone through after that.`;
  return `They go in with the mappings of their last imports; rows already here are not doubled, newer versions take the place of older ones.${rest === 0 ? '' : after}`;
}
