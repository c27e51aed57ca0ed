import type { ColumnTarget, Mapping } from '#shared/records/mapping.ts';
import type { Guess, GuessedColumn } from '#shared/records/source.ts';

/** A column with what it becomes now; a change of the user's replaces the reason and settles the doubt. */
export type ShownColumn = {
  readonly column: GuessedColumn;
  readonly target: ColumnTarget;
  readonly suggested: ColumnTarget;
};

/** The columns of an export as the table shows them: those that become something, then two groups. */
export type ColumnGroups = {
  readonly used: readonly ShownColumn[];
  /** Become entries of a record together with the rows that carry it on, such as the line items of an order. */
  readonly items: readonly GuessedColumn[];
  readonly itemsName: string;
  readonly leftOut: readonly ShownColumn[];
};

const order: Readonly<Record<ColumnTarget['to'], number>> = {
  identity: 0,
  arm: 1,
  reference: 2,
  at: 3,
  activity: 4,
  amount: 5,
  quantity: 5,
  currency: 6,
  channel: 7,
  score: 8,
  verbatim: 9,
  property: 10,
  trait: 11,
  ignore: 12,
};

/**
 * Sorts columns by what they were suggested to become: who, what, when, how much first, so that no line moves under the
 * user's hand. A column in doubt is never hidden in a group.
 */
export function groupColumns(guess: Guess, mapping: Mapping): ColumnGroups {
  const itemHeaders = new Set(Object.keys(mapping.continuation?.items ?? {}));
  const shown = guess.columns.map((column) => {
    const target = mapping.columns[column.header] ?? { to: 'ignore' as const };
    const suggested = guess.mapping.columns[column.header] ?? { to: 'ignore' as const };
    const same = JSON.stringify(target) === JSON.stringify(suggested);
    return { column: same ? column : { ...column, because: 'You chose this.', doubt: null }, target, suggested };
  });
  const single = shown.filter(({ column, target }) => !(itemHeaders.has(column.header) && target.to === 'ignore'));
  const isLeftOut = ({ column, target, suggested }: ShownColumn) =>
    target.to === 'ignore' && suggested.to === 'ignore' && column.doubt === null;
  return {
    used: single.filter((one) => !isLeftOut(one)).sort((a, b) => order[a.suggested.to] - order[b.suggested.to]),
    items: shown.filter((one) => !single.includes(one)).map(({ column }) => column),
    itemsName: mapping.continuation?.as ?? '',
    leftOut: single.filter(isLeftOut),
  };
}

/** What another part of the mapping takes from a column, in words; null when nothing does. */
export function alsoUsed(header: string, mapping: Mapping): string | null {
  const uses = (mapping.activities ?? []).flatMap(({ activity, at, amount, when }) => [
    ...(at === header ? [`when of ${activity}`] : []),
    ...(amount === header ? [`amount of ${activity}`] : []),
    ...(when?.column === header
      ? [`says whether there is ${/^[aeiou]/i.test(activity) ? 'an' : 'a'} ${activity}`]
      : []),
  ]);
  return uses.length === 0 ? null : uses.join(', ');
}
