import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liftResult } from '#shared/lift/lift-result.ts';

let folder: string;
let pilot: string;
let files: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-cli-'));
  pilot = join(folder, 'shop.pilot');
  files = (json('sample', join(folder, 'exports'), '--customers', '2000', '--seed', '3') as { files: string[] }).files;
  json('new', pilot, '--template', 'abandoned-cart');
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], input = '') {
  return spawnSync(process.execPath, ['electron/runtime/pilot.mjs', ...args], { encoding: 'utf8', input });
}

function json(...args: string[]): unknown {
  const ran = run([...args, '--json']);
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

/** A command that cannot be done: exit 1, one line on stderr, nothing on stdout, never a stack trace. */
function refused(...args: string[]): string {
  const ran = run(args);
  expect(ran.status).toBe(1);
  expect(ran.stdout).toBe('');
  expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  expect(ran.stderr).not.toContain('    at ');
  return ran.stderr;
}

describe('the command line', () => {
  it('does the whole main job with nothing written by hand: sample, new, import, lift, report', () => {
    const imported = json('import', pilot, ...files) as {
      rowsRead: number;
      kept: number;
      duplicates: number;
      quarantined: number;
    }[];
    expect(imported).toHaveLength(files.length);
    for (const sum of imported) expect(sum.rowsRead).toBe(sum.kept + sum.duplicates + sum.quarantined);
    const unsealed = liftResult.parse(json('lift', pilot));
    expect(unsealed.verdict).toBeNull();
    expect(unsealed.checks.map((check) => check.id)).toContain('not-sealed');
    const sealed = json('plan', pilot, '--seal') as { sealed: boolean; sha256: string };
    expect(sealed.sealed).toBe(true);
    const lift = liftResult.parse(json('lift', pilot));
    expect([lift.looks, lift.plan.sha256]).toEqual([2, sealed.sha256]);
    expect(lift.verdict).not.toBeNull();
    const report = json('report', pilot, '--out', join(folder, 'report.html')) as { file: string; sha256: string };
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(report.file, 'utf8')).toContain(sealed.sha256.slice(0, 8));
    expect(json('check', pilot)).toMatchObject({ ok: true });
  }, 120_000);

  it('changes nothing when the same files are imported again', () => {
    const before = json('sources', pilot);
    const again = json('import', pilot, ...files) as { kept: number; source: string | null }[];
    expect(again.map((sum) => sum.kept)).toEqual(files.map(() => 0));
    expect(json('sources', pilot)).toEqual(before);
  }, 120_000);

  it('takes a source out and lists those that are left, and writes a record table by its name in one or many', () => {
    const own = join(folder, 'sources.pilot');
    json('new', own, '--template', 'abandoned-cart');
    const orders = join(folder, 'orders.csv');
    writeFileSync(orders, 'order_id,email,created_at,total\n1,=cmd@x.org,2026-01-01,5\n2,b@x.org,2026-01-02,6\n');
    json('import', own, orders);
    const out = join(folder, 'table.csv');
    expect(json('export', own, 'activities', '--out', out)).toMatchObject({ rows: 2 });
    const many = readFileSync(out, 'utf8');
    expect(json('export', own, 'activity', '--out', out)).toMatchObject({ rows: 2 });
    expect(readFileSync(out, 'utf8')).toBe(many);
    json('export', own, 'identity', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain("'=cmd@x.org");
    writeFileSync(orders, 'order_id,email,created_at,total\n3,c@x.org,2026-01-03,7\n');
    json('import', own, orders);
    expect(json('remove', own, 's1')).toMatchObject([
      { source: 's2', rowsRead: 1, kept: 1, duplicates: 0, quarantined: 0, file: 'orders.csv' },
    ]);
    expect(json('remove', own, 's2')).toEqual([]);
  }, 60_000);

  it('explains the program and every command with an example', () => {
    const { stdout, status } = run(['--help']);
    expect(status).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)]
      .map((found) => found[1] ?? '')
      .filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(10);
    for (const command of commands) expect(run([command, '--help']).stdout).toContain('Example:');
  }, 120_000);

  it('exits 2 with the usage line on wrong usage', () => {
    for (const args of [
      ['nonsense'],
      ['lift'],
      ['lift', pilot, '--nonsense'],
      ['lift', pilot, '--as-of', 'soon'],
      ['calc', 'nonsense'],
      ['report', pilot, '--out', 'a.html', '--paper', 'a3'],
      ['report', pilot, '--out', 'a.html', '--locale', 'nowhere'],
    ]) {
      const ran = run(args);
      expect([args, ran.status]).toEqual([args, 2]);
      expect(ran.stderr).toMatch(/usage: pilotlight/i);
    }
  }, 60_000);

  it('exits 1 with one sentence that says what, where and what to do', () => {
    expect(refused('lift', join(folder, 'none.pilot'))).toContain('none.pilot');
    expect(refused('new', pilot, '--template', 'abandoned-cart')).toContain('exists');
    expect(refused('report', pilot, '--out', join(folder, 'no/such/folder/report.html'))).toContain(
      'no such file or folder',
    );
    expect(refused('report', pilot, '--out', join(folder, 'report.doc'))).toContain('.html');
    expect(refused('report', pilot, '--out', join(folder, 'a.html'), '--logo', files[0] ?? '')).toContain('200 kB');
    const bare = join(folder, 'bare.pilot');
    json('new', bare, '--template', 'lapsed-customer');
    expect(refused('lift', bare)).toContain('assign');
    const oder = join(folder, 'oder.json');
    const { plan } = json('plan', bare) as { plan: { metrics: object[] } };
    writeFileSync(
      oder,
      JSON.stringify({ ...plan, metrics: [...plan.metrics, { ...plan.metrics[0], windowDays: 'x' }] }),
    );
    expect(refused('plan', bare, '--set', oder)).toMatch(/oder\.json: metrics\[\d\]\.windowDays: /);
  }, 60_000);

  it('assigns here, writes one list an arm, and gives control’s contact data to nobody', () => {
    const own = join(folder, 'own.pilot');
    json('new', own, '--template', 'abandoned-cart');
    json('import', own, ...files.filter((file) => !file.includes('sends')));
    const { plan } = json('plan', own) as { plan: object };
    const set = join(folder, 'own-plan.json');
    writeFileSync(set, JSON.stringify({ ...plan, allocation: { method: 'stratified', seed: 42 } }));
    json('plan', own, '--set', set, '--seal');
    const lists = join(folder, 'lists');
    const assigned = json('assign', own, '--out', lists) as {
      assigned: Record<string, number>;
      eligible: number;
      srm: { p: number };
    };
    expect(Object.values(assigned.assigned).reduce((sum, n) => sum + n, 0)).toBe(assigned.eligible);
    expect(assigned.srm.p).toBeGreaterThan(0.5);
    const [control, treatment] = [join(lists, 'do-not-contact-control.csv'), join(lists, 'contact-reminder.csv')];
    expect(existsSync(control) && existsSync(treatment)).toBe(true);
    const numbers = readFileSync(control, 'utf8').trim().split('\r\n');
    expect(numbers[0]).toBe('customer_number');
    expect(numbers).toHaveLength((assigned.assigned.control ?? 0) + 1);
    expect(readFileSync(control, 'utf8')).not.toContain('@');
    expect(readFileSync(treatment, 'utf8')).toContain('@');
    const again = json('assign', own) as { assigned: Record<string, number> };
    expect(again.assigned).toEqual(assigned.assigned);
  }, 120_000);
});
