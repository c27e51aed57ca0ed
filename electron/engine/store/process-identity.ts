import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';

/** Who a process is, so that another one can tell whether it still lives. */
export type ProcessIdentity = {
  readonly pid: number;
  readonly host: string;
  /** One start of the machine: exact where the system names it, else the moment of the start in seconds. */
  readonly boot: string;
  /** Where process ids are counted (containers count their own), or null where there is one count a machine. */
  readonly space: string | null;
  /** When the process started, in the system's own words; null where that is not cheap to know. */
  readonly started: string | null;
};

/** Clocks are set right while machines run, which moves a start that is reckoned from them. */
const RECKONED_WITHIN_SECONDS = 300;

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, host: hostname(), boot: bootId(), space: pidSpace(), started: startOf(process.pid) };
}

/**
 * Whether a process is known to have ended. Of another machine's processes, or another container's, nothing is known.
 */
export function hasEnded(one: ProcessIdentity): boolean {
  if (one.host !== hostname()) return false;
  if (!sameBoot(one.boot, bootId())) return true;
  if (one.space !== pidSpace()) return false;
  try {
    process.kill(one.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  const started = startOf(one.pid);
  return one.started !== null && started !== null && started !== one.started;
}

function bootId(): string {
  const exact = readLine('/proc/sys/kernel/random/boot_id') ?? macBootId();
  return exact ?? `start:${Math.round(Date.now() / 1000 - uptime())}`;
}

function macBootId(): string | null {
  return process.platform === 'darwin' ? ask('sysctl', ['-n', 'kern.bootsessionuuid']) : null;
}

function sameBoot(a: string, b: string): boolean {
  const [reckonedA, reckonedB] = [a, b].map((boot) => (boot.startsWith('start:') ? Number(boot.slice(6)) : null));
  if (reckonedA == null || reckonedB == null) return a === b;
  return Math.abs(reckonedA - reckonedB) <= RECKONED_WITHIN_SECONDS;
}

function pidSpace(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
}

/**
 * When a process started, in the system's own words; null when it has ended or the system does not say cheaply. One
 * that was killed but not yet collected by its parent has ended too, and its start reads "ended".
 */
export function startOf(pid: number): string | null {
  if (process.platform === 'darwin') return ask('ps', ['-o', 'lstart=', '-p', String(pid)]);
  const stat = readLine(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
}

function readLine(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

function ask(program: string, args: string[]): string | null {
  try {
    return (
      execFileSync(program, args, { encoding: 'utf8', timeout: 2000, stdio: ['ignore', 'pipe', 'ignore'] }).trim() ||
      null
    );
  } catch {
    return null;
  }
}
