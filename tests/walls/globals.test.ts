import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const checkout = resolve(import.meta.dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-globals-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The names the compiler does not know in a source that stands behind a wall's configuration. */
function unknownNames(wall: string, source: string): string[] {
  writeFileSync(join(folder, 'made-up.ts'), source);
  const configuration = { extends: join(checkout, 'tests/walls', wall), include: ['made-up.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
  const { stdout } = spawnSync(process.execPath, [join(checkout, 'node_modules/typescript/bin/tsc'), '-p', folder], {
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/Cannot find name '(\w+)'/g)].map(([, name]) => name ?? '');
}

const globals = ['window', 'document', 'process', 'Buffer', 'fetch', 'localStorage', 'setTimeout', 'require'];
const using = `${globals.map((name) => `void ${name};`).join('\n')}\nexport type D = HTMLElement;\n`;

test('shared code that uses the page or Node by a global name is seen', () => {
  expect(unknownNames('shared.tsconfig.json', using)).toEqual([...globals, 'HTMLElement']);
});

test('a page that uses Node by a global name is seen', () => {
  expect(unknownNames('renderer.tsconfig.json', using)).toEqual(['process', 'Buffer', 'require']);
});

test('a name of the domain may sound like a global one', () => {
  const source = 'export const days = (window: { readonly days: number }) => window.days;\n';
  expect(unknownNames('shared.tsconfig.json', source)).toEqual([]);
});
