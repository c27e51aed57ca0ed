import { CellCache } from './cell-cache.ts';
import type { Cells } from './cells.ts';
import type { PropertySlot, RowPlan } from './compile.ts';

/** Different cells of a column that are remembered. */
const REMEMBERED = 10_000;

/** The properties of a row's records as JSON. Few columns with few values are the rule, so texts are made once. */
export class RowProperties {
  readonly #plan: Pick<RowPlan, 'properties' | 'continuation'>;
  /** The JSON where there is only one property. */
  readonly #only: CellCache<string | null>;

  constructor(plan: Pick<RowPlan, 'properties' | 'continuation'>) {
    this.#plan = plan;
    this.#only = new CellCache(REMEMBERED, (text) => {
      const json = oneProperty(plan.properties[0]!, text);
      return json === '' ? null : `{${json}}`;
    });
  }

  /** Null where the row has none; `further` are the rows that carry it on, whose items are listed. */
  of(row: Cells, further: readonly Cells[]): string | null {
    const { properties, continuation } = this.#plan;
    if (continuation !== null) {
      const items = [row, ...further]
        .map((each) => jsonObject(each, continuation.items))
        .filter((json) => json !== '{}');
      const own = jsonObject(row, properties);
      if (items.length === 0) return own === '{}' ? null : own;
      const list = `${JSON.stringify(continuation.as)}:[${items.join(',')}]`;
      return own === '{}' ? `{${list}}` : `${own.slice(0, -1)},${list}}`;
    }
    if (properties.length === 0) return null;
    if (properties.length === 1) return this.#only.of(row, properties[0]!.column);
    const json = jsonObject(row, properties);
    return json === '{}' ? null : json;
  }
}

function jsonObject(row: Cells, slots: readonly PropertySlot[]): string {
  let json = '';
  for (let i = 0; i < slots.length; i++) {
    if (row.isEmpty(slots[i]!.column)) continue;
    const one = oneProperty(slots[i]!, row.text(slots[i]!.column));
    if (one !== '') json += json === '' ? one : `,${one}`;
  }
  return `{${json}}`;
}

function oneProperty({ json }: PropertySlot, cell: string): string {
  const text = cell.trim();
  return text === '' ? '' : `${json}:${JSON.stringify(text)}`;
}
