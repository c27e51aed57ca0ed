import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/**
 * Unpacks an archive as a stream, entry by entry, keeping who may execute what.
 * @param {string} archive path of the zip file
 * @param {string} folder where to
 * @param {(entry: string) => string | null} nameInside the entry's path below the folder, or null to leave it out
 */
export async function unpackZip(archive, folder, nameInside) {
  const zip = await yauzl.openPromise(archive, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameInside(entry.fileName);
      if (name === null || entry.fileName.endsWith('/')) continue;
      const target = resolve(folder, name);
      if (!target.startsWith(resolve(folder) + sep)) throw new Error(`${entry.fileName} would leave ${folder}.`);
      mkdirSync(dirname(target), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0o777;
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode: mode || 0o644 }));
    }
  } finally {
    zip.close();
  }
}
