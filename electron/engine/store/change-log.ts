import { closeSync, fdatasyncSync, fsyncSync, ftruncateSync, openSync, renameSync, rmSync } from 'node:fs';
import { freeNumber, fsyncFolderOf, modeOf, writeAll } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import { type Belonging, type Change, encodeChange, encodeStart } from './log-format.ts';

/** Where NAME.pilot keeps its log. */
export function logPath(pilot: string): string {
  return `${pilot}.log`;
}

/** Moves a log out of the way without losing it; returns its new name. */
export function setLogAside(pilot: string): string {
  const aside = freeNumber(`${logPath(pilot)}.aside-`);
  renameSync(logPath(pilot), aside);
  return aside;
}

/**
 * The writing end of one log. The file comes into being with the first change after a checkpoint and goes with the
 * next checkpoint. When `append` returns, the change is on disk; when it throws, the log is as long as before.
 */
export class ChangeLog {
  readonly #pilot: string;
  #belonging: Belonging;
  #fd: number | null = null;
  #length: number;
  #changes: number;
  #before = 0;
  #broken = false;

  /** `length` and `changes` say what of an existing log holds; 0 and 0 when there is none. */
  constructor(pilot: string, belonging: Belonging, length: number, changes: number) {
    this.#pilot = pilot;
    this.#belonging = belonging;
    this.#length = length;
    this.#changes = changes;
  }

  /** Bytes of acknowledged changes that the file itself does not hold yet, 0 when it holds all. */
  get length(): number {
    return this.#length;
  }

  /** True after an append failed so badly that the log's end is unknown; the pilot then takes no more changes. */
  get broken(): boolean {
    return this.#broken;
  }

  append(change: Change): void {
    const isNew = this.#length === 0;
    const frame = encodeChange(this.#belonging, this.#changes + 1, change);
    const bytes = isNew ? Buffer.concat([encodeStart(this.#belonging), frame]) : frame;
    try {
      const fd = this.#open(isNew);
      writeAll(fd, bytes, this.#length);
      if (isNew) {
        fsyncSync(fd);
        fsyncFolderOf(this.#pilot);
      } else {
        fdatasyncSync(fd);
      }
    } catch (error) {
      this.#cutTo(this.#length);
      throw diskFailure(error, logPath(this.#pilot), 'written');
    }
    this.#before = this.#length;
    this.#length += bytes.length;
    this.#changes += 1;
  }

  /** Removes the change appended last, which turned out not to hold. */
  takeBack(): void {
    this.#cutTo(this.#before);
    this.#length = this.#before;
    this.#changes -= 1;
  }

  /** After a checkpoint: the file holds everything, and later changes continue its new state. */
  startAnew(belonging: Belonging): void {
    this.close();
    try {
      rmSync(logPath(this.#pilot), { force: true });
    } catch {
      // A log that stays is of another generation now: the next change sets it aside, and nobody replays it.
    }
    this.#belonging = belonging;
    this.#length = 0;
    this.#changes = 0;
  }

  close(): void {
    if (this.#fd !== null) closeSync(this.#fd);
    this.#fd = null;
  }

  #open(isNew: boolean): number {
    if (this.#fd !== null) return this.#fd;
    const path = logPath(this.#pilot);
    if (!isNew) {
      this.#fd = openSync(path, 'r+');
      return this.#fd;
    }
    if (modeOf(path) !== null) setLogAside(this.#pilot);
    this.#fd = openSync(path, 'wx', modeOf(this.#pilot) ?? 0o600);
    return this.#fd;
  }

  /** A log that cannot be cut back might later be taken for acknowledged, so nothing may be added to it. */
  #cutTo(length: number): void {
    if (this.#fd === null) return;
    try {
      if (length === 0) {
        this.close();
        rmSync(logPath(this.#pilot), { force: true });
        fsyncFolderOf(this.#pilot);
      } else {
        ftruncateSync(this.#fd, length);
        fsyncSync(this.#fd);
      }
    } catch {
      this.#broken = true;
    }
  }
}
