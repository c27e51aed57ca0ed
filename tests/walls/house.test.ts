import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { violations } from './check.ts';

const checkout = resolve(import.meta.dirname, '../..');

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).split(sep).join('/'))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file));
}

test('no file of the house breaks a wall', () => {
  const files = ['electron', 'renderer', 'shared'].flatMap(sourcesBelow);
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => violations(file, readFileSync(join(checkout, file), 'utf8')))).toEqual([]);
});

describe('the check sees', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['a journey folder that imports a later one', 'shared/plan/plan.ts', "import { lift } from '../lift/lift.ts';"],
    ['the same by its short name', 'shared/plan/plan.ts', "import { lift } from '#shared/lift/lift.ts';"],
    ['a type taken from a later folder', 'shared/plan/plan.ts', "import type { Lift } from '../lift/lift.ts';"],
    ['an import type written inline', 'shared/plan/plan.ts', "export type L = import('../lift/lift.ts').Lift;"],
    ['a re-export of a later folder', 'shared/plan/plan.ts', "export * from '../report/report.ts';"],
    ['a later folder loaded lazily', 'shared/plan/plan.ts', "export const l = () => import('../lift/lift.ts');"],
    ['a ground floor that climbs the stairs', 'shared/stats/mean.ts', "import { plan } from '../plan/plan.ts';"],
    ['a ground floor that visits its neighbour', 'shared/stats/mean.ts', "import { f } from '../format/number.ts';"],
    ['shared code that knows Node', 'shared/plan/plan.ts', "import { readFileSync } from 'node:fs';"],
    ['the same without the prefix', 'shared/plan/plan.ts', "import { readFileSync } from 'fs';"],
    ['shared code that knows Electron', 'shared/api/contract.ts', "import { app } from 'electron';"],
    ['shared code that knows SQL', 'shared/records/row.ts', "import initSqlJs from 'sql.js';"],
    ['shared code that reaches into the engine', 'shared/plan/plan.ts', "import { x } from '#engine/store/db.ts';"],
    [
      'a journey folder that leans on the contract',
      'shared/plan/plan.ts',
      "import { contract } from '../api/contract.ts';",
    ],
    ['a page that knows Electron', 'renderer/lift/Lift.tsx', "import { ipcRenderer } from 'electron';"],
    ['a page that knows files', 'renderer/lift/Lift.tsx', "import { readFile } from 'node:fs/promises';"],
    [
      'a page that reaches into the engine',
      'renderer/lift/Lift.tsx',
      "import { x } from '../../electron/engine/x.ts';",
    ],
    ['a step of the page that imports another', 'renderer/lift/Lift.tsx', "import { Plan } from '../plan/Plan.tsx';"],
    ['raw ipcRenderer outside the preload', 'electron/main/menu.ts', "import { ipcRenderer } from 'electron';"],
    ['a preload that knows the domain', 'electron/preload/index.ts', "import { plan } from '#shared/plan/plan.ts';"],
    ['a preload that knows Node', 'electron/preload/index.ts', "import { join } from 'node:path';"],
    ['a main process that knows statistics', 'electron/main/index.ts', "import { mean } from '#shared/stats/mean.ts';"],
    ['an engine that knows main', 'electron/engine/open.ts', "import { Desk } from '../main/desk.ts';"],
    ['an engine that knows Electron', 'electron/engine/open.ts', "import { app } from 'electron';"],
    ['a module whose name is computed', 'shared/plan/plan.ts', 'export const l = (n: string) => import(n);'],
  ];

  test.each(broken)('%s', (_what, file, source) => {
    expect(violations(file, source)).toHaveLength(1);
  });
});

test('what the walls allow passes', () => {
  const allowed: readonly (readonly [string, string])[] = [
    ['shared/lift/lift.ts', "import { plan } from '../plan/plan.ts'; import { mean } from '#shared/stats/mean.ts';"],
    ['shared/plan/plan.ts', "import { z } from 'zod'; import { part } from './part.ts'; import a from '@stdlib/x';"],
    ['shared/rehearse/run.ts', "import { template } from '../template/all.ts';"],
    ['shared/api/contract.ts', "import { report } from '../report/report.ts';"],
    ['renderer/lift/Lift.tsx', "import { Card } from '../parts/Card.tsx'; const lift = <Card />;"],
    ['renderer/app/App.tsx', "import { Lift } from '../lift/Lift.tsx';"],
    ['electron/main/index.ts', "import { app } from 'electron'; import { x } from '#engine/process/message.ts';"],
    ['electron/cli/index.ts', "import { x } from '#engine/store/db.ts'; import { readFileSync } from 'node:fs';"],
  ];
  expect(allowed.flatMap(([file, source]) => violations(file, source))).toEqual([]);
});
