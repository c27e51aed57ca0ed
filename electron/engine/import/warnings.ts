import type { ImportRun } from './import-run.ts';
import type { RowTaker } from './row-taker.ts';
import type { Settled } from './settle.ts';

/** What a user should know of an import that went through: doubts, keys set aside, columns left out. */
export function importWarnings(settled: Settled, run: ImportRun, taker: RowTaker): string[] {
  const { setAside, known } = taker;
  const warnings = [...settled.doubts];
  if (setAside['role-address'] > 0) {
    warnings.push(
      `${rows(setAside['role-address'])} an address of a role, such as info@ or noreply@; it names no person and joined nobody.`,
    );
  }
  if (setAside.placeholder > 0) {
    warnings.push(`${rows(setAside.placeholder)} a placeholder where a key should stand, such as "null" or "0000".`);
  }
  if (setAside.malformed > 0)
    warnings.push(`${rows(setAside.malformed)} a key that cannot be one, such as an address without @.`);
  if (setAside.unissued > 0) {
    const numbers = setAside.unissued === 1 ? '1 phone number has' : `${setAside.unissued} phone numbers have`;
    warnings.push(
      `${numbers} a possible length, but no carrier could have issued such a number; it is kept as a key, as its digits.`,
    );
  }
  if (taker.values.assumedDollars) {
    warnings.push('"$" is taken for US dollars; say another currency in format.currency.');
  }
  const { zone, twice, skipped } = taker.values.oddHours;
  if (twice > 0) {
    warnings.push(
      `${times(twice)} in an hour that the clocks of ${zone} showed twice; ${it(twice)} read as the first of the two.`,
    );
  }
  if (skipped > 0) {
    warnings.push(
      `${times(skipped)} in an hour that the clocks of ${zone} skipped; ${it(skipped)} read as an hour later.`,
    );
  }
  for (const [currency, { n, rate }] of taker.convertedAmounts) {
    const amounts = n === 1 ? `1 amount in ${currency} was` : `${n} amounts in ${currency} were`;
    warnings.push(`${amounts} converted into ${taker.values.currency} at ${rate}; each record says so.`);
  }
  if (known.replacedHere > 0) {
    warnings.push(
      `${rows(known.replacedHere)} the same key as an earlier row of this file with other content; the later one counts.`,
    );
  }
  const ignored = ignoredColumns(settled);
  if (ignored.length > 0)
    warnings.push(
      `Left out: ${ignored.slice(0, 10).join(', ')}${ignored.length > 10 ? ` and ${ignored.length - 10} more columns` : ''}.`,
    );
  if (run.rowsRead > 0 && run.kept + run.duplicates === 0) {
    warnings.push('No row got in; look at the quarantine for the reasons.');
  }
  return warnings;
}

/** Columns that hold something and become nothing. */
export function ignoredColumns({ look, mapping }: Settled): string[] {
  const used = new Set<string>();
  for (const [name, target] of Object.entries(mapping.columns)) if (target.to !== 'ignore') used.add(name);
  for (const { at, amount, when } of mapping.activities ?? []) {
    for (const name of [at, amount, when?.column]) if (name !== undefined) used.add(name);
  }
  for (const name of Object.keys(mapping.continuation?.items ?? {})) used.add(name);
  for (const name of mapping.continuation?.empty ?? []) used.add(name);
  return look.profiles.filter(({ name, filled }) => filled > 0 && !used.has(name)).map(({ name }) => name);
}

function times(count: number): string {
  return count === 1 ? '1 time is' : `${count} times are`;
}

function it(count: number): string {
  return count === 1 ? 'it is' : 'they are';
}

function rows(count: number): string {
  return count === 1 ? '1 row has' : `${count} rows have`;
}
