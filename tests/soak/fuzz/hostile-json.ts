import type { HostileTable } from './hostile-table.ts';
import { hostileCell, hostileHeader } from './hostile-words.ts';
import type { Random } from './random.ts';

/** A table as JSON lines or as a list, with values no table has. */
export function hostileJson({ header, rows }: HostileTable, random: Random): string {
  const often = random.oneOf([0, 3, 40]);
  const objects = rows.map((row) => {
    const fields = row.map((cell, i) => {
      const value = random.happens(often) ? oddValue(random) : JSON.stringify(cell);
      return `${JSON.stringify(random.happens(1) ? hostileHeader(random) : (header[i] ?? `extra ${i}`))}:${value}`;
    });
    return `{${fields.join(',')}}`;
  });
  switch (random.below(6)) {
    case 0:
      return `[${objects.join(',\n')}]`;
    case 1:
      return `[${objects.join(',')}${random.oneOf([',]', '', ',{', ']]', ',null]', ',[1],3,"x"]'])}`;
    case 2:
      return JSON.stringify({ data: rows, header });
    case 3:
      return objects.map((line) => (random.happens(15) ? oddLine(line, random) : line)).join('\n');
    default:
      return objects.join(random.oneOf(['\n', '\r\n', '\n\n', '\r']));
  }
}

function oddValue(random: Random): string {
  const deep = random.oneOf([3, 7, 99, 101, 5000, 60_000]);
  return random.oneOf([
    () => '1e400',
    () => '-0',
    () => '9007199254740993',
    () => '1'.repeat(400),
    () => 'null',
    () => 'true',
    () => '"\\ud800"',
    () => '"\\u0000"',
    () => '{}',
    () => '[]',
    () => '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":1}}}',
    () => '['.repeat(deep) + ']'.repeat(deep),
    () => `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
    () => `{${Array.from({ length: random.oneOf([5, 300, 2500]) }, (_, i) => `"k${i}":${i}`).join(',')}}`,
    () => JSON.stringify(hostileCell(random)),
    () => '01',
    () => "'single'",
    () => 'NaN',
  ])();
}

function oddLine(line: string, random: Random): string {
  return random.oneOf([
    () => line.slice(0, random.below(line.length)),
    () => `${line}${line}`,
    () => `[${line}]`,
    () => 'null',
    () => '42',
    () => '{}',
    () => '{"a":'.repeat(70_000),
    () => line.replaceAll('"', "'"),
    () => `${line},`,
    () => `// ${line}`,
  ])();
}
