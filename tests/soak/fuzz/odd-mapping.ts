import type { ColumnTarget, Mapping, StatedFormat } from '#shared/records/mapping.ts';
import { hostileHeader } from './hostile-words.ts';
import type { Random } from './random.ts';

/** A mapping that may or may not fit the columns: right and wrong targets, foreign names, formats that are not so. */
export function oddMapping(columns: readonly string[], random: Random): Mapping {
  const some = (percent: number) => random.happens(percent);
  const name = () => (some(95) && columns.length > 0 ? random.oneOf(columns) : hostileHeader(random));
  const entries = columns
    .filter(() => some(40))
    .slice(0, 30)
    .map((column) => [column, target(random)] as const);
  const key: [string, ColumnTarget][] = some(70) ? [[name(), { to: 'identity', key: 'email' }]] : [];
  const kind = random.oneOf(['activities', 'traits', 'feedback'] as const);
  return {
    kind,
    columns: Object.fromEntries([...entries, ...key]),
    ...(some(85) && kind === 'activities' ? { activity: random.oneOf(['order', '__proto__', "o'rder"]) } : {}),
    ...(some(85) && kind === 'feedback' ? { feedback: random.oneOf(['nps', 'constructor']) } : {}),
    ...(some(25) ? { format: oddFormat(random) } : {}),
    ...(some(25) ? { rowKey: some(50) ? [name()] : [name(), name()] } : {}),
    ...(some(35) ? { identity: 'row' as const } : {}),
    ...(some(10) ? { arm: random.oneOf(['a', '__proto__']) } : {}),
    ...(some(8) ? { continuation: { same: name(), empty: [name()], items: { [name()]: 'item' }, as: 'items' } } : {}),
    ...(some(8)
      ? {
          activities: [
            { activity: 'first', at: name() },
            { activity: 'second', when: { column: name(), above: 0 } },
          ],
        }
      : {}),
  };
}

function target(random: Random): ColumnTarget {
  return random.oneOf<ColumnTarget>([
    { to: 'identity', key: 'email' },
    { to: 'identity', key: 'phone' },
    { to: 'identity', key: 'cookie' },
    { to: 'identity', key: 'name+zip' },
    { to: 'identity', key: 'number:shop' },
    { to: 'at' },
    { to: 'amount' },
    { to: 'currency' },
    { to: 'reference' },
    { to: 'activity' },
    { to: 'property', name: '__proto__' },
    { to: 'property', name: 'toString' },
    { to: 'arm' },
    { to: 'trait', name: 'constructor', type: 'number' },
    { to: 'trait', name: '__proto__', type: 'text' },
    { to: 'trait', name: 'born', type: 'date' },
    { to: 'trait', name: 'is', type: 'boolean' },
    { to: 'score', question: 'nps', scale: [0, 10] },
    { to: 'score', question: 'up', scale: [1e308, -1e308] },
    { to: 'verbatim' },
    { to: 'channel' },
    { to: 'ignore' },
  ]);
}

function oddFormat(random: Random): StatedFormat {
  return random.oneOf<StatedFormat>([
    { encoding: 'utf-16le' },
    { encoding: 'base64' },
    { encoding: 'hex' },
    { encoding: 'utf-7' },
    { encoding: 'ebcdic-of-1964' },
    { delimiter: '"' },
    { delimiter: '\n' },
    { delimiter: '::' },
    { delimiter: ';' },
    { headerRows: 0 },
    { headerRows: 3 },
    { headerRows: 100_000 },
    { skipRows: 2 },
    { skipRows: 1_000_000 },
    { decimal: ',' },
    { dateOrder: 'mdy' },
    { timeZone: 'Mars/Olympus' },
    { timeZone: 'Pacific/Apia' },
    { currency: 'XXX' },
    { country: 'ZZ' },
    { country: 'DE' },
    { sheet: 'No such sheet' },
    { sheet: 'Data!B2:C3' },
    { sheet: 'Data!ZZZ99999999999:A0' },
  ]);
}
