import { ASSUMPTION_UNIT, type Assumption, type AssumptionId } from '#shared/business/assumption.ts';

/** A line as it is being typed: shares in percent, an empty field is null. */
export type TypedLine = {
  readonly id: AssumptionId;
  readonly value: number | null;
  readonly spread: number;
  readonly source: string;
};

/** A line as the form shows it. */
export function typed({ id, value, spread, source }: Assumption): TypedLine {
  return { id, value: value === null ? null : shown(id, value), spread: rounded(spread * 100), source };
}

/** What is to be kept: lines edited before, and those that now read otherwise than they did. */
export function editsOf(
  lines: readonly Assumption[],
  edited: readonly Assumption[],
  draft: readonly TypedLine[],
): Assumption[] {
  return draft.flatMap((line) => {
    const stored = lines.find((one) => one.id === line.id);
    if (stored !== undefined && isSame(typed(stored), line)) {
      return edited.some((one) => one.id === line.id) ? [stored] : [];
    }
    const share = ASSUMPTION_UNIT[line.id] === 'share';
    const value = line.value === null ? null : share ? line.value / 100 : line.value;
    return [{ id: line.id, value, spread: line.spread / 100, source: line.source }];
  });
}

/** Whether two lines read the same. */
export function isSame(one: TypedLine, other: TypedLine): boolean {
  return one.value === other.value && one.spread === other.spread && one.source === other.source;
}

function shown(id: AssumptionId, value: number): number {
  return rounded(ASSUMPTION_UNIT[id] === 'share' ? value * 100 : value);
}

/** Rounded to what a form can show; a line nobody touches keeps its full value. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
