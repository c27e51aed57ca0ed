import { createHash } from 'node:crypto';
import { SecondThread } from '#engine/threads/second-thread.ts';
import type { NumberStyle } from './cell-text.ts';
import { printedColumns, type RowPlan } from './compile.ts';
import { ExportFile } from './export-file.ts';
import type { Look } from './look.ts';
import type { Export } from './open-export.ts';
import { type PackedRead, unpackRows } from './packed-rows.ts';
import type { ReadToEnd } from './reading-job.ts';
import type { RowPrints } from './row-prints.ts';
import type { Read } from './row-reader.ts';
import type { Table } from './table.ts';

/** A file this large is read in a thread beside; a smaller one is read before that has started. */
const LARGE = 8 << 20;

/** Rows, with what the second thread found out of them. */
export type PrintedRead = Read & { readonly prints: RowPrints | null };

/** Of a file, when it is time to think of what comes next. */
const NEARLY_ALL = 0.85;

/** All rows of a file, once, and the hash of its bytes when they have come. */
export type Reading = {
  batches(): AsyncGenerator<PrintedRead>;
  sha256(): string;
};

/** Reads files: large ones of plain text in a second thread, so that rows are taken in while others are found. */
export class FileReading {
  readonly #file: Export;
  readonly #second: SecondThread | null;

  /** Begins to start the second thread for a file it may be worth it for. */
  constructor(file: Export) {
    this.#file = file;
    this.#second = file instanceof ExportFile && file.bytes >= LARGE ? SecondThread.start('read') : null;
  }

  async of({ table, rowEstimate }: Look, plan: RowPlan, decimal: NumberStyle): Promise<Reading> {
    const file = this.#file;
    const second = this.#second;
    if (second !== null && table.plain !== null && file instanceof ExportFile && (await second.isReady))
      return readBeside(second, file, table.plain, plan, rowEstimate);
    const sha256 = createHash('sha256');
    const reader = await table.read(decimal, (bytes) => void sha256.update(bytes));
    return {
      batches: async function* () {
        for await (const read of reader.batches()) yield { ...read, prints: null };
      },
      sha256: () => sha256.digest('hex'),
    };
  }

  /** To be called in any case. */
  async end(): Promise<void> {
    await this.#second?.end();
  }
}

function readBeside(
  second: SecondThread,
  file: ExportFile,
  format: NonNullable<Table['plain']>,
  plan: RowPlan,
  rowsComing: number,
): Reading {
  let sha256 = '';
  const columns = printedColumns(plan);
  second.begin({ kind: 'read', path: file.path, format, columns, width: plan.names.length, rowsComing });
  return {
    batches: async function* () {
      for (;;) {
        const message = await nextOf(second, file);
        if (message.kind === 'read') {
          sha256 = message.sha256;
          return;
        }
        // Its rows will be written by two threads as well.
        if (message.bytesRead > file.bytes * NEARLY_ALL) SecondThread.prepare('write');
        yield unpackRows(message, columns);
        second.giveBack(message.buffer);
      }
    },
    sha256: () => sha256,
  };
}

/** The other thread opened the file anew: whether it is the one that was looked at is known here alone. */
async function nextOf(second: SecondThread, file: ExportFile): Promise<PackedRead | ReadToEnd> {
  try {
    const message = await second.next();
    if (message.kind === 'read') await file.assertUnchanged();
    if (message.kind !== 'read' && message.kind !== 'block' && message.kind !== 'texts')
      throw new Error(`The second thread said "${message.kind}" while it read.`);
    return message;
  } catch (error) {
    await file.assertUnchanged();
    throw error;
  }
}
