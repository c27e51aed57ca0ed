import { createHash } from 'node:crypto';
import type { FromSecondThread } from '#engine/threads/message.ts';
import type { Spares } from '#engine/threads/spares.ts';
import { readDelimited, type TextFormat } from './delimited-reader.ts';
import { ExportFile } from './export-file.ts';
import { packRows } from './packed-rows.ts';
import { RowNumbers } from './row-numbers.ts';
import { type PrintedColumns, RowPrinter } from './row-prints.ts';
import { plainText } from './text-bytes.ts';

/** What is found out of a piece is still in the processor's nearer memory when it is sent. */
const PIECE = 1 << 18;

/** A file of plain text to be read: where it lies, how it is written, and what will be looked up of each row. */
export type ReadingJob = {
  readonly kind: 'read';
  readonly path: string;
  readonly format: TextFormat;
  readonly columns: PrintedColumns;
  /** Cells of a whole row. */
  readonly width: number;
  /** About how many rows there are. */
  readonly rowsComing: number;
};

/** The last message of a file that was read. */
export type ReadToEnd = { readonly kind: 'read'; readonly sha256: string };

/** Reads a file to its end and posts its rows as they come; the last message has the file's hash. */
export async function doReading(
  { path, format, columns, width, rowsComing }: ReadingJob,
  spares: Spares,
  post: (message: FromSecondThread) => void,
): Promise<void> {
  const file = await ExportFile.open(path);
  try {
    const sha256 = createHash('sha256');
    const printer = new RowPrinter(columns, width);
    const numbers = new RowNumbers(columns, rowsComing);
    const reader = await readDelimited(
      plainText(file, (plain) => plain.piecesHere(PIECE)),
      format,
      (bytes) => void sha256.update(bytes),
    );
    for await (const { batch, bytesRead } of reader.batches()) {
      const spare = await spares.take();
      const prints = printer.print(batch);
      post(packRows(batch, prints, numbers.number(batch, prints), bytesRead, spare));
    }
    post({ kind: 'read', sha256: sha256.digest('hex') });
  } finally {
    await file.close();
  }
}
