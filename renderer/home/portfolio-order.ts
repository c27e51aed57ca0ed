import type { PilotRow, PortfolioRow } from '#shared/report/portfolio/portfolio-row.ts';

export const orders = ['name', 'verdict', 'lift', 'money', 'decideBy'] as const;
export type Order = (typeof orders)[number];

const RANK = { scale: 0, extend: 1, stop: 2, invalid: 3 };

/** Rows that hold the words looked for, in the order wanted; files that cannot be read come last. */
export function ordered(rows: readonly PortfolioRow[], order: Order, wanted: string): readonly PortfolioRow[] {
  const needle = wanted.trim().toLowerCase();
  const held = rows.filter((row) => needle === '' || textOf(row).toLowerCase().includes(needle));
  return [...held].sort((one, other) => {
    if (one.kind === 'pilot' && other.kind === 'pilot') return compare(one, other, order);
    return Number(one.kind === 'unreadable') - Number(other.kind === 'unreadable');
  });
}

function textOf(row: PortfolioRow): string {
  if (row.kind === 'unreadable') return `${row.file} ${row.sentence}`;
  return [row.file, row.name, row.question, row.owner, row.sponsor, row.look?.verdict, row.look?.metric].join(' ');
}

function compare(one: PilotRow, other: PilotRow, order: Order): number {
  const byName = one.name.localeCompare(other.name);
  switch (order) {
    case 'name':
      return byName;
    case 'verdict':
      return rank(one) - rank(other) || byName;
    case 'lift':
      return (other.look?.lift?.middle ?? -Infinity) - (one.look?.lift?.middle ?? -Infinity) || byName;
    case 'money':
      return (other.look?.money?.middle ?? -Infinity) - (one.look?.money?.middle ?? -Infinity) || byName;
    case 'decideBy':
      return one.decideBy.localeCompare(other.decideBy) || byName;
  }
}

function rank({ look }: PilotRow): number {
  return look?.verdict == null ? 4 : RANK[look.verdict];
}
