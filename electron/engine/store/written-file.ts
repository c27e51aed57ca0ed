import { replaceFile } from './disk.ts';
import { diskFailure } from './disk-failure.ts';

/**
 * Writes a file that is handed out, such as a report or a contact list: whole or not at all.
 * @throws PilotError with a sentence when the folder is missing, read-only or full
 */
export async function writeHandedOut(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await replaceFile(path, Buffer.from(content));
  } catch (error) {
    throw diskFailure(error, path, 'written');
  }
}
