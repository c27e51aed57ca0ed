import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { PilotError } from '#shared/api/error.ts';

/** Small enough that the rows of a piece are gone before the collector first looks at them. */
const PIECE = 1 << 18;

/** The first of large pieces is small, and each no more than twice the one before: so there is soon something to do. */
const FIRST = 1 << 15;

/** An export as it lay there when the import began. Its bytes are read once, in order, and hashed as they pass. */
export class ExportFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly #handle: FileHandle;
  readonly #changedAt: number;

  private constructor(path: string, handle: FileHandle, bytes: number, changedAt: number) {
    this.path = path;
    this.name = basename(path);
    this.bytes = bytes;
    this.#handle = handle;
    this.#changedAt = changedAt;
  }

  /** Throws a PilotError for a file that is missing, not to be read, a folder, or empty. */
  static async open(path: string): Promise<ExportFile> {
    const name = basename(path);
    const handle = await open(path, 'r').catch((error: unknown) => {
      throw unreadable(error, name);
    });
    const stat = await handle.stat();
    if (!stat.isFile()) {
      await handle.close();
      throw new PilotError('not-a-file', `${name} is not a file. Choose an export, such as a CSV file.`);
    }
    if (stat.size === 0) {
      await handle.close();
      throw new PilotError('empty-file', `${name} is empty. Export it again; nothing was imported.`);
    }
    return new ExportFile(path, handle, stat.size, stat.mtimeMs);
  }

  /** Up to `length` bytes from `from` on. */
  async slice(from: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.bytes - from)));
    const { bytesRead } = await this.#read(buffer, from);
    return buffer.subarray(0, bytesRead);
  }

  /** All bytes in pieces; the next piece is on its way while one is worked on. The one before a piece is valid still. */
  async *pieces(size = PIECE): AsyncGenerator<Buffer> {
    const buffers = Array.from({ length: 3 }, () => Buffer.allocUnsafeSlow(Math.min(size, this.bytes)));
    let at = 0;
    let turn = 0;
    const next = async () => {
      const buffer = buffers[turn++ % buffers.length]!;
      const { bytesRead } = await this.#read(buffer.subarray(0, Math.min(size, this.bytes - at)), at);
      return buffer.subarray(0, bytesRead);
    };
    let coming = next();
    while (at < this.bytes) {
      const piece = await coming;
      if (piece.length === 0) throw this.#changed();
      at += piece.length;
      coming = next();
      coming.catch(() => {});
      yield piece;
    }
    await this.assertUnchanged();
  }

  /** All bytes in pieces, read by the calling thread itself, which may wait for the disk. */
  async *piecesHere(size: number): AsyncGenerator<Buffer> {
    const buffers = Array.from({ length: 2 }, () => Buffer.allocUnsafeSlow(Math.min(size, this.bytes)));
    for (let at = 0, turn = 0; at < this.bytes; turn++) {
      const buffer = buffers[turn % buffers.length]!;
      const wanted = Math.min(FIRST * 2 ** turn, size);
      const bytesRead = this.#readHere(buffer.subarray(0, Math.min(wanted, this.bytes - at)), at);
      if (bytesRead === 0) throw this.#changed();
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
    await this.assertUnchanged();
  }

  /** Throws when somebody wrote to the file since it was opened, or took it away. */
  async assertUnchanged(): Promise<void> {
    const [now, atPath] = await Promise.all([this.#handle.stat(), stat(this.path).catch(() => null)]);
    if (atPath === null || atPath.ino !== now.ino) throw this.#changed();
    if (now.size !== this.bytes || now.mtimeMs !== this.#changedAt) throw this.#changed();
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  #read(buffer: Buffer, from: number): Promise<{ bytesRead: number }> {
    return this.#handle.read(buffer, 0, buffer.length, from).catch((error: unknown) => {
      throw unreadable(error, this.name);
    });
  }

  #readHere(buffer: Buffer, from: number): number {
    try {
      return readSync(this.#handle.fd, buffer, 0, buffer.length, from);
    } catch (error) {
      throw unreadable(error, this.name);
    }
  }

  #changed(): PilotError {
    return new PilotError(
      'file-changed',
      `${this.name} changed or disappeared while it was being read, so nothing was imported. Wait until it is written, then import it again.`,
    );
  }
}

/** The SHA-256 of bytes that pass piece by piece. */
export function hashing() {
  return createHash('sha256');
}

function unreadable(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new PilotError('not-found', `There is no file ${name}. Check its name and folder.`, error.message);
    case 'EACCES':
    case 'EPERM':
      return new PilotError('not-allowed', `You are not allowed to read ${name}.`, error.message);
    case 'EISDIR':
      return new PilotError('not-a-file', `${name} is a folder. Choose an export, such as a CSV file.`, error.message);
    default:
      return new PilotError('unreadable', `${name} could not be read: ${error.message}.`, error.message);
  }
}
