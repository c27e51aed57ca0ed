import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import { beforeAll, describe, expect } from 'vitest';
import { lockPath } from '#engine/store/lock.ts';
import { openPilot, viewPilot } from '#engine/store/open.ts';
import { hasEnded, type ProcessIdentity, startOf, thisProcess } from '#engine/store/process-identity.ts';
import { errorOf, it, newLedger } from '../../fixtures/store/fresh.ts';
import { ledger, writeEdit } from '../../fixtures/store/ledger.ts';
import { bundle, startOwn } from '../../fixtures/store/own-process.ts';

let holder: string;
beforeAll(async () => {
  holder = await bundle('holder');
});

const startHolder = (path: string, n: number) => startOwn(process.execPath, [holder, path, String(n)]);
const edits = (file: { read: { all<T>(sql: string): T[] } }) =>
  file.read.all<{ n: number }>('SELECT n FROM edit ORDER BY n').map(({ n }) => n);

/** A lock as a process would have left it. */
function leaveLock(path: string, who: Partial<ProcessIdentity>): void {
  writeFileSync(
    lockPath(path),
    JSON.stringify({ ...thisProcess(), since: new Date().toISOString(), key: 'left', ...who }),
  );
}

/** The id of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid!;
}

describe('A pilot that another process has open', () => {
  it('is refused with who holds it since when, and may be looked at', async ({ path }) => {
    await (await newLedger(path)).close();
    const other = startHolder(path, 1);
    await other.lineLike(/^held/);
    const error = await errorOf(openPilot(path, ledger));
    expect(error.code).toBe('open-elsewhere');
    expect(error.sentence).toMatch(
      /shop\.pilot is open elsewhere since \d\d:\d\d \(process \d+ on .+\)\. You may look at it read-only\./,
    );
    expect(error.sentence).toContain(`process ${other.child.pid} on ${hostname()}`);
    const view = await viewPilot(path, ledger);
    expect(edits(view)).toEqual([1]);
    await view.close();
    other.child.kill('SIGKILL');
    await other.exited;
  });

  it('is taken over at once when that process was killed, with what it had acknowledged', async ({ path }) => {
    await (await newLedger(path)).close();
    const other = startHolder(path, 1);
    await other.lineLike(/^held/);
    other.child.kill('SIGKILL');
    await other.exited;
    const before = performance.now();
    const file = await openPilot(path, ledger);
    expect(performance.now() - before).toBeLessThan(3000);
    expect(edits(file)).toEqual([1]);
    await file.change('edit', (db) => writeEdit(db, 2, 'change', 1));
    await file.close();
  });

  it('goes to one of many that find a dead lock together', async ({ path, folder }) => {
    await (await newLedger(path)).close();
    for (let round = 1; round <= 3; round++) {
      leaveLock(path, { pid: await endedPid(), started: '1' });
      const rivals = Array.from({ length: 6 }, (_, index) => startHolder(path, round * 10 + index));
      const answers = await Promise.all(rivals.map((rival) => rival.lineLike(/^(held|refused)/)));
      for (const rival of rivals) rival.child.kill('SIGKILL');
      await Promise.all(rivals.map((rival) => rival.exited));
      expect(answers.filter((answer) => answer === 'held')).toHaveLength(1);
      expect(answers.filter((answer) => answer.startsWith('refused open-elsewhere'))).toHaveLength(5);
    }
    const file = await openPilot(path, ledger);
    expect(edits(file)).toHaveLength(3);
    await file.whenChecked;
    await file.close();
    expect(readdirSync(folder)).toEqual([basename(path)]);
  });
});

describe('A lock left behind', () => {
  it('of an earlier start of this machine is taken over, even when the process id lives again', async ({ path }) => {
    await (await newLedger(path)).close();
    leaveLock(path, { boot: 'an earlier start' });
    await (await openPilot(path, ledger)).close();
  });

  it('whose process id was given to another process is taken over', async ({ path }) => {
    await (await newLedger(path)).close();
    leaveLock(path, { started: 'long ago' });
    await (await openPilot(path, ledger)).close();
  });

  it('of another computer is respected, and the sentence says what to do', async ({ path }) => {
    await (await newLedger(path)).close();
    leaveLock(path, { host: 'other-computer', pid: await endedPid() });
    const error = await errorOf(openPilot(path, ledger));
    expect(error.code).toBe('open-elsewhere');
    expect(error.sentence).toContain('on other-computer');
    expect(error.sentence).toContain('delete shop.pilot.lock');
    expect(JSON.parse(readFileSync(lockPath(path), 'utf8'))).toMatchObject({ host: 'other-computer' });
  });

  it('unfinished or empty does not keep the pilot shut', async ({ path }) => {
    await (await newLedger(path)).close();
    writeFileSync(lockPath(path), '');
    await (await openPilot(path, ledger)).close();
  });

  it('in the middle of a taking over does not keep the pilot shut either', async ({ path, folder }) => {
    await (await newLedger(path)).close();
    const pid = await endedPid();
    leaveLock(path, { pid });
    writeFileSync(
      `${lockPath(path)}.taking`,
      JSON.stringify({ ...thisProcess(), pid, started: '1', since: '', key: 'taking' }),
    );
    await (await openPilot(path, ledger)).close();
    expect(readdirSync(folder)).toEqual([basename(path)]);
  });
});

describe('A process', () => {
  it('that was killed but not yet collected by its parent has ended', async () => {
    const parent = spawn('bash', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [text] = (await once(parent.stdout!, 'data')) as [Buffer];
    const pid = Number(text.toString());
    const one: ProcessIdentity = { ...thisProcess(), pid, started: startOf(pid) };
    expect(hasEnded(one)).toBe(false);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => hasEnded(one), { timeout: 5000 }).toBe(true);
    parent.kill('SIGKILL');
  });

  it('is not taken for ended while it runs', () => {
    expect(hasEnded(thisProcess())).toBe(false);
  });
});
