import iconv from 'iconv-lite';
import type { HostileTable } from './hostile-table.ts';
import type { Random } from './random.ts';

/** A table as delimited text, with what goes wrong when exports are written, cut and joined by hand. */
export function hostileText(table: HostileTable, random: Random): string {
  const delimiter = random.oneOf([',', ',', ',', ';', '\t', '|']);
  const lineEnd = random.oneOf(['\n', '\n', '\r\n', '\r']);
  const quoting = random.oneOf(['where needed', 'where needed', 'always', 'never', 'badly'] as const);
  const written = (cell: string) => {
    const quoted = `"${cell.replaceAll('"', '""')}"`;
    switch (quoting) {
      case 'where needed':
        return /["\r\n]/.test(cell) || cell.includes(delimiter) ? quoted : cell;
      case 'always':
        return quoted;
      case 'never':
        return cell;
      case 'badly':
        return random.oneOf([quoted, quoted, quoted, cell, `"${cell}"`, `"${cell}`, `${cell}"`, `${cell}"x"`]);
    }
  };
  const lines = [table.header, ...table.rows].map((row) => row.map(written).join(delimiter));
  let text = lines.join(lineEnd) + (random.happens(70) ? lineEnd : '');
  for (let tricks = random.below(3); tricks > 0; tricks--) text = random.oneOf(TEXT_TRICKS)(text, random);
  return text;
}

const STRAY = [
  '"',
  '""',
  '"""',
  '\n',
  '\r',
  '\r\n',
  '\n\n\n',
  '\0',
  '\ufeff',
  '\u2028',
  ',',
  ';',
  '\t',
  '\\',
  "'",
  '#',
];

const SPOILT_LINES = ['"""\n', 'a,"""b\n', '"",""\n', '"a\n'] as const;

const TEXT_TRICKS: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => inserted(text, random.oneOf(STRAY), random),
  (text, random) => inserted(text, random.oneOf(STRAY), random),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random) => `${text}\n${text}`.slice(0, text.length + random.below(text.length + 1)),
  (text) => `# a report\n# made by hand\n\n${text}`,
  (text) => `sep=;\n${text}`,
  (text) => `\ufeff\ufeff${text}`,
  (text) => text.replaceAll('\n', '\n\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => `${text}\u001a`,
  (text, random) => inserted(text, '"'.repeat(random.oneOf([999, 20_000, 200_000])), random),
  (text, random) => inserted(text, ','.repeat(random.oneOf([999, 20_000])), random),
  (text, random) => inserted(text, '\n'.repeat(random.oneOf([999, 50_000])), random),
  (text, random) => inserted(text, '"\n'.repeat(random.oneOf([99, 5000, 40_000])), random),
  (text, random) => inserted(text, '"",'.repeat(random.oneOf([99, 5000, 40_000])), random),
  (text, random) => inserted(text, random.oneOf(SPOILT_LINES).repeat(random.oneOf([99, 40_000])), random),
  (text, random) => inserted(text, ' '.repeat(random.oneOf([999, 100_000])), random),
];

function inserted(text: string, what: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

const ENCODINGS = ['utf8', 'utf8', 'utf8', 'utf8', 'utf16le', 'utf16be', 'win1252', 'latin1', 'shift_jis', 'utf32le'];

/** Text as bytes, in one encoding or in a mixture of two. */
export function hostileBytes(text: string, random: Random): Buffer {
  const addBOM = random.happens(20);
  if (random.happens(90)) return iconv.encode(text, random.oneOf(ENCODINGS), { addBOM });
  const cut = random.below(text.length + 1);
  return Buffer.concat([
    iconv.encode(text.slice(0, cut), random.oneOf(ENCODINGS), { addBOM }),
    iconv.encode(text.slice(cut), random.oneOf(ENCODINGS), { addBOM: random.happens(50) }),
  ]);
}

/** Bytes with some flipped, cut off, lost or put between, as broken discs and downloads do. */
export function damaged(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1);
  switch (random.below(5)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      for (let n = 1 + random.below(8); n > 0 && flipped.length > 0; n--)
        flipped[random.below(flipped.length)]! ^= 1 << random.below(8);
      return flipped;
    }
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(100))]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), noise(random.below(300), random), bytes.subarray(at)]);
    default:
      return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(random.oneOf([1, 100, 5000])), bytes.subarray(at)]);
  }
}

export function noise(length: number, random: Random): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}
