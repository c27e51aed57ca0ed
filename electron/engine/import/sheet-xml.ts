import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/**
 * The text of a sheet as it stands in the workbook, in pieces; nothing where it cannot be found.
 *
 * @param index which sheet, counted from 0 as the workbook lists them
 */
export async function* sheetXml(zip: Buffer, index: number): AsyncGenerator<string> {
  const file = await opened(zip);
  try {
    const entries = await entriesOf(file);
    const path = await sheetPath(file, entries, index);
    const sheet = path === null ? undefined : entries.get(path);
    // What is looked for is plain ASCII, and one character a byte is the fastest to make.
    if (sheet !== undefined) yield* (await streamOf(file, sheet)).setEncoding('latin1');
  } finally {
    file.close();
  }
}

/** Where the sheet lies in the file: the workbook lists sheets by the id of a relation, and relations name files. */
async function sheetPath(file: ZipFile, entries: ReadonlyMap<string, Entry>, index: number): Promise<string | null> {
  const book = [...entries.keys()].find((path) => /(?:^|\/)workbook\.xml$/i.test(path));
  if (book === undefined) return null;
  const folder = book.slice(0, book.lastIndexOf('/') + 1);
  const relations = entries.get(`${folder}_rels/${book.slice(folder.length)}.rels`);
  if (relations === undefined) return null;
  const sheets = (await textOf(file, entries.get(book)!)).match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
  const id = /\s(?:\w+:)?id="([^"]+)"/.exec(sheets[index] ?? '')?.[1];
  const relation = (await textOf(file, relations))
    .match(/<(?:\w+:)?Relationship\s[^>]*>/g)
    ?.find((each) => / Id="([^"]+)"/.exec(each)?.[1] === id);
  const target = / Target="([^"]+)"/.exec(relation ?? '')?.[1];
  if (target === undefined) return null;
  return target.startsWith('/') ? target.slice(1) : folder + target;
}

async function textOf(file: ZipFile, entry: Entry): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of (await streamOf(file, entry)).setEncoding('utf8')) pieces.push(piece);
  return pieces.join('');
}

function streamOf(file: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error)));
  });
}

function opened(zip: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, file) => (error === null ? resolve(file) : reject(error)));
  });
}

function entriesOf(file: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    file.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.on('end', () => resolve(entries));
    file.on('error', reject);
    file.readEntry();
  });
}
