import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { SqlJsStatic } from 'sql.js';
import { sqlJsPaths } from './sqljs.ts';

/** Above this size the check runs in a thread of its own, so that the first screen need not wait for it. */
const SMALL = 1 << 20;

/** A running check: what it finds (null when the file is whole), and a way to give it up. */
export type IntegrityCheck = { readonly problem: Promise<string | null>; stop(): void };

/**
 * Checks a database file of `size` bytes as it lies on the disk, where nothing is written until this is known: above
 * 1 MB in a thread, and here after all where the system refuses the thread.
 */
export function checkIntegrity(sqlJs: SqlJsStatic, path: string, size: number): IntegrityCheck {
  return size <= SMALL ? checkSoon(sqlJs, path) : checkInThread(sqlJs, path);
}

function checkSoon(sqlJs: SqlJsStatic, path: string): IntegrityCheck {
  return { problem: setImmediate().then(() => problemOf(sqlJs, readFileSync(path))), stop: () => {} };
}

/** What is wrong with a file's bytes, which are given away; null when they are whole. A write-ahead log is none of it. */
function problemOf(sqlJs: SqlJsStatic, bytes: Uint8Array): string | null {
  let db: InstanceType<SqlJsStatic['Database']> | null = null;
  try {
    bytes.fill(1, 18, 20);
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
const { readFileSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const problemOf = ${problemOf.toString()};
require(workerData.script)({ locateFile: () => workerData.wasm }).then(
  (sqlJs) => parentPort.postMessage({ problem: problemOf(sqlJs, readFileSync(workerData.path)) }),
);`;

function checkInThread(sqlJs: SqlJsStatic, path: string): IntegrityCheck {
  const worker = new Worker(PROGRAM, { eval: true, workerData: { ...sqlJsPaths, path } });
  const answer = new Promise<string | null>((resolve, reject) => {
    worker.once('message', (message: { problem: string | null }) => resolve(message.problem));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The integrity check ended without an answer.')));
  });
  let stopped = false;
  const problem = answer.catch((error) => {
    if (stopped) throw error;
    return problemOf(sqlJs, readFileSync(path));
  });
  const stop = () => {
    stopped = true;
    void worker.terminate();
  };
  return { problem, stop };
}
