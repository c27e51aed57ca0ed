/** The walls of the house, as DESIGN.md draws them: who may import whom. */

/** The ground floor imports nothing of ours and serves everyone. */
const ground = ['shared/stats', 'shared/format', 'shared/text'];

/** A folder of the journey may import those before it, and the two above it use all of it. */
const journey = ['charter', 'records', 'identity', 'plan', 'assign', 'contact', 'voice', 'lift', 'offer', 'business']
  .concat(['report', 'template', 'rehearse'])
  .map((name) => `shared/${name}`);

const shared = [...ground, ...journey, 'shared/api'];

/** What Pilotlight calls itself and its version. */
const about = 'electron/version.ts';

/** The page's steps know nothing of one another; what they share lies beside them. */
const pageParts = ['renderer/theme', 'renderer/api', 'renderer/parts', 'renderer/charts'];
const pageSteps = ['home', 'charter', 'data', 'plan', 'run', 'lift', 'report'].map((name) => `renderer/${name}`);

export type Room = {
  /** Folder below the checkout. */
  readonly folder: string;
  /** Folders whose code it may import, besides its own. */
  readonly mayEnter: readonly string[];
  /** Packages it may import: names, `@scope/`, `node:`, or `*` for any. */
  readonly packages: readonly string[];
  readonly notPackages: readonly string[];
};

const purePackages = ['zod', 'luxon', 'pure-rand', '@noble/hashes', 'canonicalize', 'libphonenumber-js', '@stdlib/'];
const pagePackages = { packages: ['*'], notPackages: ['electron', 'node:', 'sql.js'] };

export const rooms: readonly Room[] = [
  ...ground.map((folder) => ({ folder, mayEnter: [], packages: purePackages, notPackages: [] })),
  ...journey.map((folder, place) => ({
    folder,
    mayEnter: [...ground, ...journey.slice(0, place)],
    packages: purePackages,
    notPackages: [],
  })),
  { folder: 'shared/api', mayEnter: [...ground, ...journey], packages: purePackages, notPackages: [] },
  { folder: 'electron/preload', mayEnter: ['shared/api'], packages: ['electron'], notPackages: [] },
  { folder: 'electron/engine', mayEnter: [about, ...shared], packages: ['*'], notPackages: ['electron'] },
  {
    folder: 'electron/main',
    // It knows no statistics.
    mayEnter: ['electron/engine', 'shared/api', 'shared/text', 'shared/format'],
    packages: ['*'],
    notPackages: ['sql.js'],
  },
  {
    folder: 'electron/cli',
    mayEnter: [about, 'electron/engine', ...shared],
    packages: ['*'],
    notPackages: ['electron'],
  },
  { folder: 'electron/runtime', mayEnter: [], packages: ['*'], notPackages: ['electron'] },
  ...pageParts.map((folder) => ({ folder, mayEnter: [...pageParts, ...shared], ...pagePackages })),
  ...pageSteps.map((folder) => ({ folder, mayEnter: [...pageParts, ...shared], ...pagePackages })),
  { folder: 'renderer', mayEnter: ['renderer', ...shared], ...pagePackages },
];

/** @returns the room a file stands in, the narrowest first, or null for a file outside the house */
export function roomOf(file: string): Room | null {
  const holding = rooms.filter(({ folder }) => isInside(file, folder));
  return holding.sort((a, b) => b.folder.length - a.folder.length)[0] ?? null;
}

/** @param place a folder, or one file */
export function isInside(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}
