import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { replaceFile } from '#engine/store/disk.ts';
import { sharedPages } from '#engine/store/pages/shared-memory.ts';

const PAGE = 4096;
/** Enough to go to the disk without a copy where the system can. */
const LARGE = 9 << 20;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Folders on this machine's disk and, where there is one, in memory, where nothing goes without a copy. */
const PLACES = [tmpdir(), '/dev/shm'].filter((place) => existsSync(place));

function numbered(bytes: Uint8Array): Uint8Array {
  for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 31 + (i >> 12)) & 0xff;
  return bytes;
}

/** Pages of their own, pages not at their beginning, a length that is no whole page, memory of any kind, and little. */
const MEMORIES: readonly (readonly [string, () => Uint8Array])[] = [
  ['whole pages', () => sharedPages(LARGE)],
  ['pages from a byte within a page on', () => sharedPages(LARGE + PAGE).subarray(100, 100 + LARGE)],
  ['a length that is no whole page', () => sharedPages(LARGE + 1)],
  ['memory from elsewhere', () => Buffer.alloc(LARGE)],
  ['a few bytes', () => sharedPages(5)],
  ['nothing', () => new Uint8Array(0)],
];

for (const place of PLACES) {
  for (const [what, make] of MEMORIES) {
    it(`puts ${what} in a file's place under ${place}, and leaves nothing beside it`, async () => {
      const folder = mkdtempSync(join(place, 'pilotlight-disk-'));
      folders.push(folder);
      const path = join(folder, 'a.pilot');
      await replaceFile(path, Buffer.from('before'));
      const bytes = numbered(make());
      await replaceFile(path, bytes);
      expect(readFileSync(path).equals(Buffer.from(bytes))).toBe(true);
      expect(readdirSync(folder)).toEqual(['a.pilot']);
    });
  }
}

it('leaves the file as it was, and nothing beside it, where it cannot be written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-disk-'));
  folders.push(folder);
  await expect(replaceFile(join(folder, 'none', 'a.pilot'), numbered(sharedPages(LARGE)))).rejects.toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual([]);
});
