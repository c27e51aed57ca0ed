import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onSomeDisplay } from '../electron/runtime/display.mjs';
import { failed, passed, readCounts, sum } from './count.mjs';

// npm test: types, walls, lint and format, a build, then unit, engine and end-to-end tests against the real Electron.
const checkout = resolve(import.meta.dirname, '..');
const results = mkdtempSync(join(tmpdir(), 'pilotlight-tests-'));
process.env.TZ = 'Europe/Berlin';

const bin = (/** @type {string} */ name) => join(checkout, 'node_modules/.bin', name);
const node = process.execPath;

/** Fetched while the rest is being checked; the end-to-end tests wait for it. */
const runtime = run('What a window needs', node, ['electron/runtime/fetch.mjs']);

const counts = [
  await check('Types', bin('tsc'), ['--noEmit']),
  await check('Walls: shared knows no Node and no page', bin('tsc'), ['-p', 'tests/walls/shared.tsconfig.json']),
  await check('Walls: the page knows no Node', bin('tsc'), ['-p', 'tests/walls/renderer.tsconfig.json']),
  await check('Lint and format', bin('biome'), ['check', '--config-path=tests/style/rules.json', '.']),
  await check('Build', node, ['electron/runtime/build.mjs']),
  await suite('Unit and engine', ['unit', 'engine'], (command) => command),
  (await runtime) === 0 ? passed : failed,
  await suite('End to end', ['e2e'], ([program = '', ...args]) => {
    const start = onSomeDisplay(program, args);
    return [start.command, ...start.args];
  }),
];

rmSync(results, { recursive: true, force: true });
const total = sum(counts);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * A check that passes or fails as a whole.
 * @param {string} title
 * @param {string} program
 * @param {string[]} args
 */
async function check(title, program, args) {
  return (await run(title, program, args)) === 0 ? passed : failed;
}

/**
 * Runs projects of tests and counts them.
 * @param {string} title
 * @param {string[]} projects
 * @param {(command: string[]) => string[]} started how the command is started
 */
async function suite(title, projects, started) {
  const file = join(results, `${projects.join('-')}.json`);
  const command = [bin('vitest'), 'run', '--config', 'tests/vitest.config.ts']
    .concat(projects.flatMap((name) => ['--project', name]))
    .concat(['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const [program = '', ...args] = started(command);
  const status = await run(title, program, args);
  return readCounts(file, status, checkout, { endToEnd: projects.includes('e2e') });
}

/**
 * @param {string} title
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<number>} exit status
 */
function run(title, program, args) {
  process.stdout.write(`\n── ${title}\n`);
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: checkout, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      done(1);
    });
    child.on('close', (status) => {
      if (status !== 0) process.stdout.write(`── ${title}: failed\n`);
      done(status ?? 1);
    });
  });
}
