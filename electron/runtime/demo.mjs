import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkout, say } from './place.mjs';

const folder = join(checkout, 'demo');
const pilot = 'demo/shop.pilot';

/**
 * The main job without a window: the sample shop's exports, a pilot, its lift, and the sponsor's report.
 * @returns {number} exit status
 */
export function runDemo() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const steps = [
    {
      what: 'The exports of a made-up shop after a finished pilot',
      args: () => ['sample', 'demo/exports', '--seed', '1'],
    },
    {
      what: 'A new pilot from the abandoned-cart template',
      args: () => ['new', pilot, '--template', 'abandoned-cart'],
    },
    { what: 'The exports come in', args: () => ['import', pilot, ...exports()] },
    { what: 'The plan is sealed before anybody sees a lift', args: () => ['plan', pilot, '--seal'] },
    { what: 'Did it work?', args: () => ['lift', pilot] },
    { what: 'The report as a web page', args: () => ['report', pilot, '--out', 'demo/report.html'] },
    { what: 'The report as a PDF', args: () => ['report', pilot, '--out', 'demo/report.pdf'] },
  ];
  for (const [index, { what, args }] of steps.entries()) {
    const given = args();
    process.stdout.write(`\n${index + 1}/${steps.length}  ${what}\n      pilotlight ${given.join(' ')}\n\n`);
    const ran = spawnSync(process.execPath, [join(checkout, 'out/cli/index.js'), ...given], {
      cwd: checkout,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (ran.status !== 0) {
      say(`Stopped at step ${index + 1} of ${steps.length}; what was made so far lies in ${folder}`);
      return 1;
    }
  }
  process.stdout.write(
    `\nThe report lies in ${join(folder, 'report.html')}\n              and ${join(folder, 'report.pdf')}\n`,
  );
  return 0;
}

/** @returns {string[]} */
function exports() {
  return readdirSync(join(folder, 'exports'))
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => relative(checkout, join(folder, 'exports', name)));
}
