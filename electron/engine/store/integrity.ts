import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { SqlJsStatic } from 'sql.js';
import { sqlJsPaths } from './sqljs.ts';

/** Above this size the check runs in a thread of its own, so that the first screen need not wait for it. */
const SMALL = 1 << 20;

/** A running check: what it finds (null when the file is whole), and a way to give it up. */
export type IntegrityCheck = { readonly problem: Promise<string | null>; stop(): void };

/**
 * Checks a database file's bytes, which are given away: above 1 MB they move to the checking thread. `again` reads them
 * once more, for a system that refuses the thread.
 */
export function checkIntegrity(sqlJs: SqlJsStatic, bytes: Uint8Array, again: () => Uint8Array): IntegrityCheck {
  return bytes.length <= SMALL ? checkSoon(sqlJs, bytes) : checkInThread(sqlJs, bytes, again);
}

function checkSoon(sqlJs: SqlJsStatic, bytes: Uint8Array): IntegrityCheck {
  return { problem: setImmediate().then(() => problemOf(sqlJs, bytes)), stop: () => {} };
}

function problemOf(sqlJs: SqlJsStatic, bytes: Uint8Array): string | null {
  let db: InstanceType<SqlJsStatic['Database']> | null = null;
  try {
    db = new sqlJs.Database(bytes);
    const found = String(db.exec('PRAGMA integrity_check(1)')[0]?.values[0]?.[0] ?? 'no answer');
    return found === 'ok' ? null : found;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    db?.close();
  }
}

/** The thread's program is text, so that it needs no file of its own beside the bundled engine. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const problemOf = ${problemOf.toString()};
require(workerData.script)({ locateFile: () => workerData.wasm }).then(
  (sqlJs) => parentPort.postMessage({ problem: problemOf(sqlJs, workerData.bytes) }),
);`;

function checkInThread(sqlJs: SqlJsStatic, bytes: Uint8Array, again: () => Uint8Array): IntegrityCheck {
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { ...sqlJsPaths, bytes: own },
    transferList: [own.buffer as ArrayBuffer],
  });
  const answer = new Promise<string | null>((resolve, reject) => {
    worker.once('message', (message: { problem: string | null }) => resolve(message.problem));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The integrity check ended without an answer.')));
  });
  let stopped = false;
  const problem = answer.catch((error) => {
    if (stopped) throw error;
    return problemOf(sqlJs, again());
  });
  const stop = () => {
    stopped = true;
    void worker.terminate();
  };
  return { problem, stop };
}
