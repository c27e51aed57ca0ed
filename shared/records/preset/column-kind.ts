import type { ColumnTarget, RowActivity } from '../mapping.ts';
import type { Export } from './preset.ts';

/** A trait that is a date where every cell of the sample is one, and text else: a cell of the wrong type would cost its row. */
export function dateTrait(file: Export, column: string, name: string): ColumnTarget {
  const profile = file.profile(column);
  const isDate = profile !== undefined && profile.dates === profile.filled;
  return { to: 'trait', name, type: isDate ? 'date' : 'text' };
}

/** As `dateTrait`, for numbers. */
export function numberTrait(file: Export, column: string, name: string): ColumnTarget {
  const profile = file.profile(column);
  const isNumber = profile !== undefined && profile.numbers === profile.filled;
  return { to: 'trait', name, type: isNumber ? 'number' : 'text' };
}

const YES = ['yes', 'true', 'y', 't', '1'];

/** An activity told by a column that holds its moment, how often it happened, or yes and no. None where the export lacks it. */
export function happenedBy(file: Export, activity: string, column: string): RowActivity[] {
  const profile = file.profile(column);
  if (profile === undefined || profile.filled === 0) return [];
  if (profile.dates === profile.filled) return [{ activity, at: column, when: { column, filled: true } }];
  if (profile.numbers === profile.filled) return [{ activity, when: { column, above: 0 } }];
  return [{ activity, when: { column, in: YES } }];
}
