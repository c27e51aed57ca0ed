import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { PilotError } from '#shared/api/error.ts';
import type { TextBytes } from './text-bytes.ts';

/** Beyond this many bytes a file's encoding is judged by its beginning. */
const JUDGED = 256 << 20;
const LOOKED_AT = 1 << 16;

/** The longer marks first: UTF-32's begins with that of UTF-16. */
const MARKS = [
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** How a file's text is written. Throws a PilotError for a file that holds no text. */
export async function recogniseEncoding(file: TextBytes): Promise<string> {
  const start = await file.beginning(LOOKED_AT);
  const marked = MARKS.find(({ bytes }) => bytes.every((byte, i) => start[i] === byte));
  if (marked !== undefined) return marked.encoding;
  const wide = wideEncoding(start);
  if (wide !== null) return wide;
  refuseBinary(start, file.name);
  return (await isAllUtf8(file)) ? 'utf-8' : singleByteEncoding(file);
}

/** The name under which the decoder knows an encoding a mapping states; throws for one nobody knows. */
export function knownEncoding(encoding: string): string {
  const name = encoding.trim().toLowerCase();
  if (name === 'utf8') return 'utf-8';
  if (iconv.encodingExists(name)) return name;
  throw new PilotError(
    'mapping',
    `format.encoding: there is no encoding named "${encoding}"; known are utf-8, utf-16le, utf-16be, windows-1252 and their like.`,
  );
}

/** UTF-16 without a mark: every other byte of Latin text is 0. */
function wideEncoding(start: Buffer): string | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < start.length; i++) {
    if (start[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = start.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : null;
}

function refuseBinary(start: Buffer, name: string): void {
  let strange = 0;
  for (const byte of start) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) strange++;
  }
  if (strange <= start.length * 0.1) return;
  throw new PilotError(
    'not-text',
    `${name} is a binary file, not a table of text. Export it as CSV and import that; nothing was imported.`,
  );
}

/** Reads on only while all is well, so a file in another encoding is known at its first such letter. */
async function isAllUtf8(file: TextBytes): Promise<boolean> {
  let judged = 0;
  let cut: Buffer = Buffer.alloc(0);
  for await (const bytes of file.leafThrough()) {
    const piece = cut.length === 0 ? bytes : Buffer.concat([cut, bytes]);
    const whole = lastWholeLetter(piece);
    if (!isUtf8(piece.subarray(0, whole))) return false;
    cut = piece.subarray(whole);
    judged += bytes.length;
    if (judged >= JUDGED) return true;
  }
  return isUtf8(cut);
}

/** The end of the last letter that is not cut by the end of the piece. */
function lastWholeLetter(piece: Buffer): number {
  for (let back = 1; back <= 4 && back <= piece.length; back++) {
    const byte = piece[piece.length - back]!;
    if (byte < 0x80) return piece.length - back + 1;
    if (byte >= 0xc0) return piece.length - back;
  }
  return piece.length;
}

/** Which 8-bit or Asian encoding; Windows-1252 where nothing speaks clearly for another. */
async function singleByteEncoding(file: TextBytes): Promise<string> {
  const sample = await file.beginning(4 << 20);
  const lines = linesBeyondAscii(sample);
  if (isMacRoman(lines)) return 'macintosh';
  const best = chardet.analyse(lines)[0];
  if (best === undefined || best.confidence < 60) return 'windows-1252';
  const name = best.name.toLowerCase();
  if (name === 'utf-8' || name === 'ascii' || name === 'iso-8859-1' || !iconv.encodingExists(name))
    return 'windows-1252';
  return name;
}

/** á à â ã å ç é è ê ò ô õ ú ù û ü as old Macs write them: in Windows-1252 no letter of a word, or one few languages have. */
const MAC_LETTERS = new Set([0x87, 0x88, 0x89, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x98, 0x99, 0x9b, 0x9c, 0x9d, 0x9f]);

/** Whether letters behind small letters are far oftener those of old Macs than those of Windows. */
function isMacRoman(text: Buffer): boolean {
  let mac = 0;
  let windows = 0;
  for (let i = 1; i < text.length; i++) {
    const before = text[i - 1]!;
    const byte = text[i]!;
    if (byte < 0x80 || before < 0x61 || before > 0x7a) continue;
    if (MAC_LETTERS.has(byte)) mac++;
    else if (byte >= 0xe0) windows++;
  }
  return mac >= 2 && mac > windows * 4;
}

/** The lines that tell encodings apart; plain ASCII would drown them. */
function linesBeyondAscii(sample: Buffer): Buffer {
  const kept: Buffer[] = [];
  let size = 0;
  let from = 0;
  while (from < sample.length && size < LOOKED_AT) {
    const newline = sample.indexOf(10, from);
    const to = newline < 0 ? sample.length : newline + 1;
    const line = sample.subarray(from, to);
    if (line.some((byte) => byte > 127)) {
      kept.push(line);
      size += line.length;
    }
    from = to;
  }
  return kept.length === 0 ? sample.subarray(0, LOOKED_AT) : Buffer.concat(kept);
}
