import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '#engine/store/make-folder.ts';
import { PilotError } from '#shared/api/error.ts';

/** Remembers which files of a folder `sample` wrote, and how long they were, so that only those are replaced. */
const MARK = '.pilotlight-sample.json';
const mark = z.object({ files: z.record(z.string(), z.int()) });

/**
 * Opens a folder for the sample's files; it is made if need be.
 *
 * @throws PilotError when a file of one of the names is there that sample did not write, or that was changed since
 */
export async function openSampleFolder(folder: string, names: readonly string[]): Promise<SampleFolder> {
  await makeFolder(folder);
  const ours = await readMark(folder);
  for (const name of names) {
    const bytes = await sizeOf(join(folder, name));
    if (bytes !== null && bytes !== ours.get(name)) {
      throw new PilotError(
        'file-exists',
        `${join(folder, name)} is there already and is not a sample's file, or was changed since; choose another folder.`,
      );
    }
  }
  return new SampleFolder(folder, ours);
}

/** A file being written under a name of its own until all files are whole. */
type Part = { readonly add: (text: string) => Promise<void>; readonly close: () => Promise<void> };

export class SampleFolder {
  readonly #folder: string;
  readonly #ours: Map<string, number>;
  readonly #parts = new Map<string, Part>();

  constructor(folder: string, ours: Map<string, number>) {
    this.#folder = folder;
    this.#ours = ours;
  }

  path(name: string): string {
    return join(this.#folder, name);
  }

  /** Adds text to a file; it is buffered, so that a line costs no system call. */
  async add(name: string, text: string): Promise<void> {
    let part = this.#parts.get(name);
    if (!part) {
      part = await openPart(this.#partPath(name));
      this.#parts.set(name, part);
    }
    await part.add(text);
  }

  /** Gives every file its name. Until here the folder's own files are as they were. */
  async finish(): Promise<void> {
    for (const [name, part] of this.#parts) {
      await part.close();
      this.#ours.set(name, (await stat(this.#partPath(name))).size);
    }
    await writeFile(join(this.#folder, MARK), `${JSON.stringify({ files: Object.fromEntries(this.#ours) })}\n`);
    for (const name of this.#parts.keys()) await rename(this.#partPath(name), this.path(name));
  }

  /** Leaves nothing half-written behind. */
  async discard(): Promise<void> {
    for (const [name, part] of this.#parts) {
      await part.close().catch(() => undefined);
      await rm(this.#partPath(name), { force: true });
    }
  }

  #partPath(name: string): string {
    return join(this.#folder, `.${name}.part`);
  }
}

const CHUNK = 1 << 18;

async function openPart(path: string): Promise<Part> {
  const handle = await open(path, 'w');
  let waiting: string[] = [];
  let length = 0;
  const flush = async () => {
    const text = waiting.join('');
    waiting = [];
    length = 0;
    await handle.writeFile(text);
  };
  return {
    async add(text) {
      waiting.push(text);
      length += text.length;
      if (length > CHUNK) await flush();
    },
    async close() {
      try {
        await flush();
      } finally {
        await handle.close();
      }
    },
  };
}

async function readMark(folder: string): Promise<Map<string, number>> {
  const text = await readFile(join(folder, MARK), 'utf8').catch(() => null);
  if (text === null) return new Map();
  try {
    return new Map(Object.entries(mark.parse(JSON.parse(text)).files));
  } catch {
    // A mark nobody can read claims nothing: every file of the folder is then somebody else's.
    return new Map();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.size,
    () => null,
  );
}
