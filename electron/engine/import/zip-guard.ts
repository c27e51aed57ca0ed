import yauzl, { type Entry } from 'yauzl';
import { PilotError } from '#shared/api/error.ts';

/** What a workbook may come to when unpacked; real sheets shrink some ten- to fortyfold, a bomb a thousandfold. */
const SMALL = 64 << 20;
const MOST_TIMES = 200;
const MOST_BYTES = 2 * 2 ** 30;
/** Parts other than sheets are held in memory whole. */
const MOST_OF_A_PART = 400 << 20;
const MOST_ENTRIES = 10_000;

const isSheet = (path: string) => /(?:^|\/)worksheets\/[^/]+\.xml$/i.test(path);

/**
 * The names of a ZIP file's entries, judged by its directory before anything is unpacked: throws a PilotError for a
 * file that is cut off or damaged, and for one that unpacks to more than any workbook does. (The reader holds the
 * entries to the sizes the directory states.)
 */
export async function guardZip(zip: Buffer, name: string): Promise<string[]> {
  const entries = await directory(zip).catch((error: unknown) => {
    throw new PilotError(
      'damaged',
      `${name} is cut off or damaged: it begins like an Excel workbook, but is not a whole one. Save or fetch it again; nothing was imported.`,
      error instanceof Error ? error.message : null,
    );
  });
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const tooBig =
    unpacked > MOST_BYTES ||
    (unpacked > SMALL && unpacked > zip.length * MOST_TIMES) ||
    entries.length > MOST_ENTRIES ||
    entries.some((entry) => entry.uncompressedSize > MOST_OF_A_PART && !isSheet(entry.fileName)) ||
    entries.some(({ uncompressedSize, compressedSize }) => uncompressedSize === 0 && compressedSize > 64);
  if (tooBig) {
    throw new PilotError(
      'too-big',
      `${name} would unpack to more than a workbook can hold (2 GB, or ${MOST_TIMES} times its size), so it was not opened. Export the table as CSV and import that.`,
    );
  }
  return entries.map(({ fileName }) => fileName);
}

function directory(zip: Buffer): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true, validateEntrySizes: true }, (error, file) => {
      if (error !== null) {
        reject(error);
        return;
      }
      const entries: Entry[] = [];
      file.on('entry', (entry: Entry) => {
        entries.push(entry);
        if (entries.length > MOST_ENTRIES) resolve(entries);
        else file.readEntry();
      });
      file.on('end', () => resolve(entries));
      file.on('error', reject);
      file.readEntry();
    });
  });
}
