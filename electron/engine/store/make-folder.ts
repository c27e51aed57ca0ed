import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { PilotError } from '#shared/api/error.ts';

/**
 * Makes a folder and those above it, one by one: Node's own `recursive` goes round for ever where a file system, such
 * as /proc, says of a folder that is there that it is not.
 * @throws PilotError when it cannot be made
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await make(resolve(folder));
  } catch (cause) {
    throw new PilotError('folder', `The folder ${folder} cannot be made; choose another one.`, String(cause));
  }
}

async function make(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return;
  if (found !== null) throw new Error(`${folder} is a file`);
  const above = dirname(folder);
  if (above !== folder) await make(above);
  await mkdir(folder).catch(async (cause: unknown) => {
    const made = await stat(folder).catch(() => null);
    if (!made?.isDirectory()) throw cause;
  });
}
