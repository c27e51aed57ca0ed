import type { Outcome, Progress } from '#shared/api/bridge.ts';
import type { CallName, Contract, Input, Output } from '#shared/api/contract.ts';
import type { Failure } from '#shared/api/error.ts';
import { forgetReads } from './client.ts';

/** Calls that take long: they tell how far they are and can be stopped. */
export type JobName = { [Name in CallName]: Contract[Name]['kind'] extends 'job' ? Name : never }[CallName];

/** How far a job is, and its pace: how much was done in how many milliseconds since it first told. */
export type PacedProgress = Progress & { readonly passedMs: number; readonly gained: number };

/**
 * What a screen shows of a job. The job outlives the screen: whoever comes back finds it as it stands. How far it is
 * stands apart (`jobProgress`), so that it is drawn anew without the screen around it.
 */
export type JobState = {
  readonly running: boolean;
  readonly failure: Failure | null;
};

type Run = {
  readonly name: JobName;
  id: string | null;
  stopped: boolean;
  readonly takesEffect: boolean;
  began: { readonly at: number; readonly done: number } | null;
  shown: { readonly at: number; readonly sentence: string } | null;
};

const idle: JobState = { running: false, failure: null };
/** These leave the pilot as it was. */
const harmless: ReadonlySet<JobName> = new Set(['data.tryOut', 'plan.rehearse', 'report.write']);

const BETWEEN_SHOWN_MS = 100;

const states = new Map<JobName, JobState>();
const progresses = new Map<JobName, PacedProgress>();
const listeners = new Set<() => void>();
let runs: Run[] = [];
let listening = false;

function show(name: JobName, state: JobState): void {
  states.set(name, state);
  progresses.delete(name);
  tellListeners();
}

function tellListeners(): void {
  for (const listener of listeners) listener();
}

/** A job names itself with its first progress; runs of one name are served in the order they were asked for. */
function hear(progress: Progress): void {
  const run =
    runs.find(({ id }) => id === progress.id) ?? runs.find(({ id, name }) => id === null && name === progress.name);
  if (run === undefined) return;
  run.id = progress.id;
  if (run.stopped) window.pilotlight.cancel(progress.id);
  else if (latest(run.name) === run && isWorthShowing(run, progress)) {
    progresses.set(run.name, paced(run, progress));
    tellListeners();
  }
}

/** A job may tell of itself hundreds of times a second; the page is drawn anew for what eyes can follow. */
function isWorthShowing(run: Run, { sentence }: Progress): boolean {
  const now = performance.now();
  const isNews = run.shown === null || run.shown.sentence !== sentence || now - run.shown.at >= BETWEEN_SHOWN_MS;
  if (isNews) run.shown = { at: now, sentence };
  return isNews;
}

/** A job of several files begins anew with each. */
function paced(run: Run, progress: Progress): PacedProgress {
  const now = performance.now();
  if (run.began === null || progress.done < run.began.done) run.began = { at: now, done: progress.done };
  return { ...progress, passedMs: now - run.began.at, gained: progress.done - run.began.done };
}

function latest(name: JobName): Run | undefined {
  return runs.findLast((run) => run.name === name);
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function jobState(name: JobName): JobState {
  return states.get(name) ?? idle;
}

/** How far a job is; null until it says so, and once it is over. */
export function jobProgress(name: JobName): PacedProgress | null {
  return progresses.get(name) ?? null;
}

/** Every job that is under way, for the shell. */
export function runningJobs(): readonly JobName[] {
  return [...states].filter(([, state]) => state.running).map(([name]) => name);
}

/** Starts a job; one of the same name that still runs is stopped first. Never rejects. */
export async function startJob<Name extends JobName>(name: Name, input: Input<Name>): Promise<Outcome<Output<Name>>> {
  if (!listening) {
    window.pilotlight.onProgress(hear);
    listening = true;
  }
  stopJob(name);
  const run: Run = { name, id: null, stopped: false, takesEffect: !harmless.has(name), began: null, shown: null };
  runs = [...runs, run];
  show(name, { running: true, failure: null });
  const outcome = await window.pilotlight.call(name, input);
  const newest = latest(name) === run;
  runs = runs.filter((other) => other !== run);
  if (outcome.ok && run.takesEffect) await forgetReads();
  if (newest) show(name, { running: false, failure: outcome.ok ? null : outcome.failure });
  return outcome;
}

/** Asks a job to stop; its `start` then comes back with the failure `cancelled`. */
export function stopJob(name: JobName): void {
  for (const run of runs.filter((one) => one.name === name && !one.stopped)) {
    run.stopped = true;
    if (run.id !== null) window.pilotlight.cancel(run.id);
  }
}

/** Takes a told failure off the screen. */
export function clearJob(name: JobName): void {
  if (!jobState(name).running) show(name, idle);
}
