/** How many blocks may be on their way at once: one is worked on, one waits, one is filled. */
const MOST = 3;

/** The memory that blocks travel in. It goes to and fro, so that reading never runs far ahead of what takes it in. */
export class Spares {
  readonly #here: SharedArrayBuffer[] = Array.from({ length: MOST }, () => new SharedArrayBuffer(0));
  #wake: () => void = () => {};

  add(buffer: SharedArrayBuffer): void {
    this.#here.push(buffer);
    this.#wake();
  }

  /** The next that is here, once there is one. */
  async take(): Promise<SharedArrayBuffer> {
    for (;;) {
      const buffer = this.#here.shift();
      if (buffer !== undefined) return buffer;
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }
}
