import type { ExportFile } from './export-file.ts';

/** Bytes of text, and how far into the file on disk they reach: a compressed file gives more of them than it has. */
export type Piece = { readonly bytes: Buffer; readonly upTo: number };

/** The bytes of a text export, whether it lies there plain or compressed. They can be read as often as wanted. */
export interface TextBytes {
  readonly name: string;
  /** Bytes of the file on disk. */
  readonly bytes: number;
  /** The first bytes of the text. */
  beginning(length: number): Promise<Buffer>;
  /** All of the text in pieces; `onBytes` sees every byte of the file on disk once, in order. */
  pieces(onBytes: (bytes: Uint8Array) => void): AsyncGenerator<Piece>;
  /** The same for who only looks at the text, which takes less time than reading it. */
  leafThrough(): AsyncGenerator<Buffer>;
}

/** Large, since little is done with each. */
const LEAF = 1 << 20;

/** A text file as it lies there, whose bytes come in `pieces`. */
export function plainText(file: ExportFile, piecesOf: (file: ExportFile) => AsyncGenerator<Buffer>): TextBytes {
  return {
    name: file.name,
    bytes: file.bytes,
    beginning: (length) => file.slice(0, length),
    pieces: async function* (onBytes) {
      let upTo = 0;
      for await (const bytes of piecesOf(file)) {
        onBytes(bytes);
        upTo += bytes.length;
        yield { bytes, upTo };
      }
    },
    leafThrough: () => file.pieces(LEAF),
  };
}
