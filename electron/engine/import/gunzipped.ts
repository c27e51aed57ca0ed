import { createGunzip } from 'node:zlib';
import { PilotError } from '#shared/api/error.ts';
import type { ExportFile } from './export-file.ts';
import type { Piece, TextBytes } from './text-bytes.ts';

/** What a compressed export may come to: exports shrink some ten- to fiftyfold, a bomb a thousandfold. */
const SMALL = 64 << 20;
const MOST_TIMES = 200;
const MOST_BYTES = 16 * 2 ** 30;

/** A text file packed with gzip, unpacked piece by piece as it is read, never on disk. */
export function gunzipped(file: ExportFile): TextBytes {
  return {
    name: file.name,
    bytes: file.bytes,
    beginning: async (length) => {
      const parts: Buffer[] = [];
      let have = 0;
      for await (const { bytes } of unpacked(file, () => {})) {
        parts.push(bytes);
        have += bytes.length;
        if (have >= length) break;
      }
      return Buffer.concat(parts).subarray(0, length);
    },
    pieces: (onBytes) => unpacked(file, onBytes),
    leafThrough: async function* () {
      for await (const { bytes } of unpacked(file, () => {})) yield bytes;
    },
  };
}

async function* unpacked(file: ExportFile, onBytes: (bytes: Uint8Array) => void): AsyncGenerator<Piece> {
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  let upTo = 0;
  let total = 0;
  const feeding = (async () => {
    for await (const bytes of file.pieces()) {
      if (gunzip.destroyed) return;
      onBytes(bytes);
      upTo += bytes.length;
      if (!gunzip.write(Buffer.from(bytes))) await drained(gunzip);
    }
    gunzip.end();
  })();
  feeding.catch((error: unknown) => gunzip.destroy(error as Error));
  try {
    for await (const chunk of gunzip) {
      const bytes = chunk as Buffer;
      total += bytes.length;
      if (total > MOST_BYTES || (total > SMALL && total > file.bytes * MOST_TIMES)) throw bomb(file.name);
      yield { bytes, upTo };
    }
    await feeding;
  } catch (error) {
    throw error instanceof PilotError ? error : damaged(file.name, error);
  } finally {
    gunzip.destroy();
  }
}

/** Also settles when the stream is given up, so that nobody waits for ever. */
function drained(stream: ReturnType<typeof createGunzip>): Promise<void> {
  return new Promise((resolve) => {
    stream.once('drain', resolve);
    stream.once('close', resolve);
  });
}

function bomb(name: string): PilotError {
  return new PilotError(
    'too-big',
    `${name} unpacks to more than ${MOST_TIMES} times its size, which no export does, so it was not read on. Unpack it yourself if you trust it, and import the unpacked file.`,
  );
}

function damaged(name: string, error: unknown): PilotError {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const sentence =
    code === 'Z_BUF_ERROR'
      ? `${name} is cut off: its end is missing. Fetch it again; nothing was imported.`
      : `${name} is damaged and cannot be unpacked. Fetch it again; nothing was imported.`;
  return new PilotError('damaged', sentence, error instanceof Error ? error.message : null);
}
