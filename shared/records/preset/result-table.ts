import { suggestMapping } from '../suggest-mapping.ts';
import type { Export, Preset } from './preset.ts';

/**
 * A finished experiment as one table: one row a customer, a column that names the arm, columns with what came of it,
 * and no dates. (Hillstrom's e-mail test is one; it has no customer key, so each row is its own customer.)
 */
export const resultTable: Preset = {
  id: 'result-table',
  name: 'a result table: one row a customer, with its arm and what came of it',
  fits: (file) => {
    const { mapping } = suggestMapping(profilesOf(file));
    const targets = Object.values(mapping.columns);
    const facts = targets.filter(({ to }) => to === 'trait').length;
    const oneRowEach = mapping.identity === 'row' || hasOwnKey(file, mapping.columns);
    return mapping.kind === 'traits' && targets.some(({ to }) => to === 'arm') && facts > 0 && oneRowEach;
  },
  mapping: (file) => suggestMapping(profilesOf(file)).mapping,
  because: {},
};

function profilesOf(file: Export) {
  return file.names.map((name) => file.profile(name)!);
}

function hasOwnKey(file: Export, columns: Readonly<Record<string, { readonly to: string }>>): boolean {
  return Object.entries(columns).some(([name, { to }]) => to === 'identity' && file.profile(name)!.allDifferent);
}
