import { PilotError } from '#shared/api/error.ts';
import { rankOf } from '#shared/identity/key-kind.ts';
import { type Decimal, readNumber } from '#shared/records/cell/number.ts';
import { columnName, normalisedHeader } from '#shared/records/layout.ts';
import type { ColumnTarget, Condition, Mapping, TraitType } from '#shared/records/mapping.ts';
import type { Cells } from './cells.ts';
import type { PrintedColumns } from './row-prints.ts';

/** Where one key of a row stands; a name+zip key is made of several cells. */
export type KeySlot = { readonly kind: string; readonly columns: readonly number[] };
export type PropertySlot = { readonly column: number; readonly json: string };
export type TraitSlot = {
  readonly column: number;
  readonly header: string;
  readonly name: string;
  readonly type: TraitType;
};
export type ScoreSlot = {
  readonly column: number;
  readonly header: string;
  readonly question: string;
  readonly low: number;
  readonly high: number;
};
export type ActivitySlot = {
  /** Null where a column names the kind. */
  readonly kind: string | null;
  readonly at: number;
  readonly amount: number;
  readonly when: (row: Cells) => boolean;
};
export type ContinuationSlot = {
  readonly same: number;
  readonly empty: readonly number[];
  readonly items: readonly PropertySlot[];
  readonly as: string;
};

/** A mapping with its columns found: places in a row instead of names, −1 where the mapping names none. */
export type RowPlan = {
  readonly names: readonly string[];
  readonly keys: readonly KeySlot[];
  readonly everyRowItsOwn: boolean;
  readonly at: number;
  /** The amount is the price of one, where a column says of how many; the slots that are such amounts share `unitPrice`. */
  readonly quantity: number;
  readonly unitPrice: number;
  readonly currency: number;
  readonly reference: number;
  readonly activityName: number;
  readonly channel: number;
  readonly arm: number;
  readonly armOfFile: string | null;
  readonly properties: readonly PropertySlot[];
  readonly traits: readonly TraitSlot[];
  readonly scores: readonly ScoreSlot[];
  readonly verbatims: readonly number[];
  readonly activities: readonly ActivitySlot[];
  readonly feedback: string | null;
  readonly continuation: ContinuationSlot | null;
  readonly rowKey: readonly number[] | null;
  /** Columns in an order that stays when an export rearranges its columns. */
  readonly stableOrder: readonly number[];
};

/** The columns of a plan that rows and customers are looked up by. */
export function printedColumns({ stableOrder, rowKey, keys }: RowPlan): PrintedColumns {
  const named = (columns: readonly number[]) =>
    [...new Set(columns.filter((column) => column >= 0))].sort((a, b) => a - b);
  return {
    content: stableOrder,
    rowKey,
    keys: named(keys.flatMap(({ columns }) => (columns.length === 1 ? columns : []))),
  };
}

/** Finds a mapping's columns among the header's names. Throws a PilotError that names the path at fault. */
export function compile(mapping: Mapping, names: readonly string[], decimal: Decimal, file: string): RowPlan {
  const columns = new ColumnFinder(names, file);
  const targets = Object.entries(mapping.columns).map(([header, target]) => ({
    header,
    target,
    column: columns.find(header, `columns[${JSON.stringify(header)}]`),
  }));
  const single = (to: ColumnTarget['to']) => onlyColumn(targets, to);
  const properties: PropertySlot[] = [];
  const traits: TraitSlot[] = [];
  const scores: ScoreSlot[] = [];
  const verbatims: number[] = [];
  for (const { header, target, column } of targets) {
    if (target.to === 'property') properties.push({ column, json: JSON.stringify(target.name) });
    if (target.to === 'trait') traits.push({ column, header, name: target.name, type: target.type });
    if (target.to === 'verbatim') verbatims.push(column);
    if (target.to === 'score') {
      scores.push({ column, header, question: target.question, low: target.scale[0], high: target.scale[1] });
    }
  }
  const keys = keySlots(targets);
  if (keys.length === 0 && mapping.identity !== 'row') {
    throw mappingError(
      `columns: no column of ${file} is mapped to an identity, so nobody knows whose rows these are. Map one, or say "identity": "row" where each row is its own customer.`,
    );
  }
  const activityName = single('activity');
  return {
    names,
    keys: mapping.identity === 'row' ? [] : keys,
    everyRowItsOwn: mapping.identity === 'row',
    at: single('at'),
    quantity: single('quantity'),
    unitPrice: single('quantity') < 0 ? -1 : single('amount'),
    currency: single('currency'),
    reference: single('reference'),
    activityName,
    channel: single('channel'),
    arm: single('arm'),
    armOfFile: mapping.arm ?? null,
    properties,
    traits: traits.sort((a, b) => (a.name < b.name ? -1 : 1)),
    scores,
    verbatims,
    activities: activitySlots(mapping, columns, decimal, { at: single('at'), amount: single('amount'), activityName }),
    feedback:
      mapping.kind === 'feedback' || scores.length + verbatims.length > 0 ? (mapping.feedback ?? 'survey') : null,
    continuation: continuationSlot(mapping, columns),
    rowKey: mapping.rowKey?.map((name, i) => columns.find(name, `rowKey[${i}]`)) ?? null,
    stableOrder: names
      .map((name, column) => ({ name: normalisedHeader(name), column }))
      .sort((a, b) => (a.name === b.name ? a.column - b.column : a.name < b.name ? -1 : 1))
      .map(({ column }) => column),
  };
}

type Placed = { readonly header: string; readonly target: ColumnTarget; readonly column: number };

class ColumnFinder {
  readonly #places: Map<string, number>;
  readonly #names: readonly string[];
  readonly #file: string;

  constructor(names: readonly string[], file: string) {
    this.#places = new Map(names.map((name, column) => [name, column]));
    this.#names = names;
    this.#file = file;
  }

  find(name: string, path: string): number {
    const column = this.#places.get(columnName(name));
    if (column !== undefined) return column;
    const shown = this.#names.slice(0, 12).join(', ') + (this.#names.length > 12 ? ', …' : '');
    throw mappingError(`${path}: ${this.#file} has no column "${name}"; its columns are ${shown}.`);
  }
}

function onlyColumn(targets: readonly Placed[], to: ColumnTarget['to']): number {
  const placed = targets.filter(({ target }) => target.to === to);
  if (placed.length > 1) {
    const headers = placed.map(({ header }) => `"${header}"`).join(' and ');
    throw mappingError(`columns: ${headers} are both mapped to "${to}"; a row has one.`);
  }
  return placed[0]?.column ?? -1;
}

/** The key that is least often shared comes first: a row's records stand under it. */
function keySlots(targets: readonly Placed[]): KeySlot[] {
  const keys: KeySlot[] = [];
  const together: number[] = [];
  for (const { target, column } of targets) {
    if (target.to !== 'identity') continue;
    if (target.key === 'name+zip') together.push(column);
    else keys.push({ kind: target.key, columns: [column] });
  }
  if (together.length > 0) keys.push({ kind: 'name+zip', columns: together });
  return keys.sort((a, b) => rankOf(a.kind) - rankOf(b.kind));
}

function activitySlots(
  mapping: Mapping,
  columns: ColumnFinder,
  decimal: Decimal,
  { at, amount, activityName }: { readonly at: number; readonly amount: number; readonly activityName: number },
): ActivitySlot[] {
  const always = () => true;
  if (mapping.activities !== undefined) {
    return mapping.activities.map((entry, i) => ({
      kind: entry.activity,
      at: entry.at === undefined ? at : columns.find(entry.at, `activities[${i}].at`),
      amount: entry.amount === undefined ? amount : columns.find(entry.amount, `activities[${i}].amount`),
      when: entry.when === undefined ? always : holds(entry.when, columns, decimal, `activities[${i}].when`),
    }));
  }
  if (mapping.kind !== 'activities') return [];
  if (activityName >= 0) return [{ kind: null, at, amount, when: always }];
  if (mapping.activity !== undefined) return [{ kind: mapping.activity, at, amount, when: always }];
  throw mappingError(
    'activity: say what kind of activity each row is, such as "order", or map a column to {"to": "activity"}.',
  );
}

function holds(condition: Condition, columns: ColumnFinder, decimal: Decimal, path: string): (row: Cells) => boolean {
  const column = columns.find(condition.column, `${path}.column`);
  if ('filled' in condition) return (row) => row.text(column).trim() !== '';
  if ('in' in condition) {
    const words = new Set(condition.in.map((word) => word.trim().toLowerCase()));
    return (row) => words.has(row.text(column).trim().toLowerCase());
  }
  if ('below' in condition) {
    const bound = condition.below;
    return (row) => readNumber(row.text(column), decimal) < bound;
  }
  const bound = condition.above;
  return (row) => readNumber(row.text(column), decimal) > bound;
}

function continuationSlot(mapping: Mapping, columns: ColumnFinder): ContinuationSlot | null {
  const given = mapping.continuation;
  if (given === undefined) return null;
  return {
    same: columns.find(given.same, 'continuation.same'),
    empty: given.empty.map((name, i) => columns.find(name, `continuation.empty[${i}]`)),
    items: Object.entries(given.items).map(([header, name]) => ({
      column: columns.find(header, `continuation.items[${JSON.stringify(header)}]`),
      json: JSON.stringify(name),
    })),
    as: given.as,
  };
}

/** A mapping that cannot be used as it stands. */
export function mappingError(sentence: string): PilotError {
  return new PilotError('mapping', sentence);
}
