import { type Difference, difference } from './difference.ts';

/** What an element of a list is called by, the first of these it has. */
const NAMES = ['title', 'caption', 'id', 'name', 'term', 'label', 'file', 'at', 'reason'];

/**
 * Every leaf in which two plain values differ, by the names of what it stands in. Both are JSON values: compare what
 * was parsed, not what a schema made of it, so that nothing added by hand goes unseen.
 */
export function valueDifferences(
  reported: unknown,
  recomputed: unknown,
  where: readonly string[] = [],
): readonly Difference[] {
  if (Object.is(reported, recomputed)) return [];
  if (Array.isArray(reported) && Array.isArray(recomputed)) {
    const length = Math.max(reported.length, recomputed.length);
    return Array.from({ length }).flatMap((_, i) =>
      valueDifferences(reported[i], recomputed[i], [...where, nameOf(recomputed[i] ?? reported[i], i)]),
    );
  }
  if (isRecord(reported) && isRecord(recomputed)) {
    const keys = [...new Set([...Object.keys(recomputed), ...Object.keys(reported)])];
    return keys.flatMap((key) => valueDifferences(own(reported, key), own(recomputed, key), [...where, key]));
  }
  return [difference(where.join(' › '), written(reported), written(recomputed))];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** An element by its name, a table's row by its first cell, else by its number. */
function nameOf(value: unknown, index: number): string {
  if (Array.isArray(value)) return isRecord(value[0]) ? nameOf({ title: value[0].text }, index) : String(index + 1);
  if (!isRecord(value)) return String(index + 1);
  const name = NAMES.map((key) => own(value, key)).find((one) => typeof one === 'string' && one !== '');
  return typeof name === 'string' ? `“${name}”` : String(index + 1);
}

function written(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
