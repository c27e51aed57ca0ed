import { SecondThread } from '#engine/threads/second-thread.ts';
import { appendRows, type Breathe, fillIndex } from './append-rows.ts';
import type { Column } from './column.ts';
import { TEXTS } from './column-sort.ts';
import { Image, ImageFull, type SharedImage } from './image.ts';
import { type PackedColumn, packColumn, unpackColumn } from './packed-column.ts';

/** A tree to be written: rows appended to a table, or an index of rows filled. */
export type Tree = {
  readonly kind: 'table' | 'index';
  readonly root: number;
  readonly columns: readonly Column[];
  readonly rowids: Int32Array;
};

/** Trees for two threads, which take one after another from one list. */
export type WritingJob = {
  readonly kind: 'write';
  readonly image: SharedImage;
  readonly trees: readonly (Omit<Tree, 'columns'> & { readonly columns: readonly PackedColumn[] })[];
  /** How many trees were taken. */
  readonly taken: Int32Array;
};

/** What the second thread says at its end: the pages it had no use for, or that there was no room. */
export type Written = { readonly kind: 'written'; readonly given: readonly number[] } | { readonly kind: 'full' };

/** Cells beyond which a second thread is worth starting. */
const MANY = 1_000_000;

/** Writes trees into a copy of a database with `room` made ready behind it; large ones by two threads. */
export async function writeTrees(
  bytes: Uint8Array,
  room: number,
  trees: readonly Tree[],
  breathe: Breathe,
): Promise<Image> {
  const second = trees.reduce((sum, tree) => sum + cellsOf(tree), 0) < MANY ? null : SecondThread.start('write');
  if (second !== null) {
    try {
      const written = await writeByTwo(Image.of(bytes, room), trees, second, breathe);
      if (written !== null) return written;
    } finally {
      await second.end();
    }
  }
  const image = Image.of(bytes, room);
  for (const tree of trees) await writeTree(image, tree, breathe);
  return image;
}

/** Null where the image was too small: then nothing of it may be used. Throws where the second thread died with a tree. */
async function writeByTwo(
  image: Image,
  trees: readonly Tree[],
  second: SecondThread,
  breathe: Breathe,
): Promise<Image | null> {
  const largestFirst = trees.toSorted((a, b) => cellsOf(b) - cellsOf(a));
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const packed = largestFirst.map((tree) => ({ ...tree, columns: tree.columns.map(packColumn) }));
  second.begin({ kind: 'write', image: image.share(), trees: packed, taken });
  try {
    const own = await takeTrees(image, largestFirst, taken, breathe);
    // The other one took none, whether it started or not: what is heard of it may come in any order.
    if (own === trees.length) return image;
  } catch (error) {
    if (error instanceof ImageFull) return null;
    throw error;
  }
  const written = await second.next();
  if (written.kind !== 'written') return null;
  for (const page of written.given) image.release(page);
  return image;
}

/** The second thread's part. */
export async function doWriting({ image: shared, trees, taken }: WritingJob): Promise<Written> {
  const image = Image.sharing(shared);
  const unpacked = trees.map((tree) => ({ ...tree, columns: tree.columns.map(unpackColumn) }));
  try {
    await takeTrees(image, unpacked, taken, async () => {});
    return { kind: 'written', given: image.given };
  } catch (error) {
    if (error instanceof ImageFull) return { kind: 'full' };
    throw error;
  }
}

/** Writes trees as long as there are any; gives how many. */
async function takeTrees(image: Image, trees: readonly Tree[], taken: Int32Array, breathe: Breathe): Promise<number> {
  for (let written = 0; ; written++) {
    const tree = trees[Atomics.add(taken, 0, 1)];
    if (tree === undefined) return written;
    await writeTree(image, tree, breathe);
  }
}

function writeTree(image: Image, { kind, root, columns, rowids }: Tree, breathe: Breathe): Promise<void> {
  return kind === 'table'
    ? appendRows(image, root, columns, rowids, breathe)
    : fillIndex(image, { root, columns }, rowids, breathe);
}

/** Sorting by a number costs as much as writing so many cells, sorting by a text as much as so many. */
const SORTED = 5;
const TEXT_SORTED = 20;

/** What writing a tree costs, in cells, about. */
function cellsOf({ kind, columns, rowids }: Tree): number {
  const cells = columns.length + 1;
  if (kind === 'table') return rowids.length * cells;
  const sorting = columns.reduce((sum, { sort }) => sum + (sort === TEXTS ? TEXT_SORTED : SORTED), 0);
  return rowids.length * (cells + sorting);
}
