import type { KeptAt } from './replaced.ts';

/** By line in a source that goes: the row that takes its place. As numbers: a million heirs cost 8 MB and no objects. */
export class Heirs {
  /** Source and line of the heir, by line; source 0 where there is none. */
  #sources = new Int32Array(0);
  #lines = new Int32Array(0);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(line: number): boolean {
    return (this.#sources[line] ?? 0) > 0;
  }

  get(line: number): KeptAt | undefined {
    return this.has(line) ? { source: this.#sources[line]!, line: this.#lines[line]! } : undefined;
  }

  set(line: number, source: number, at: number): void {
    if (line >= this.#sources.length) this.#grow(line);
    if (!this.has(line)) this.#size++;
    this.#sources[line] = source;
    this.#lines[line] = at;
  }

  *[Symbol.iterator](): IterableIterator<[line: number, heir: KeptAt]> {
    for (let line = 0; line < this.#sources.length; line++) {
      const heir = this.get(line);
      if (heir !== undefined) yield [line, heir];
    }
  }

  #grow(line: number): void {
    const length = Math.max(1024, line + 1, this.#sources.length * 2);
    const [sources, lines] = [this.#sources, this.#lines];
    this.#sources = new Int32Array(length);
    this.#sources.set(sources);
    this.#lines = new Int32Array(length);
    this.#lines.set(lines);
  }
}
