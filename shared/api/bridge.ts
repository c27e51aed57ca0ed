import type { CallName, GrantedFile, Input, Output } from './contract.ts';
import type { Failure } from './error.ts';
import type { AppEvent } from './event.ts';

/** How far a job has come. `total` is null while nobody can know it; the first message of a job has `done` 0. */
export type Progress = {
  readonly id: string;
  readonly name: CallName;
  readonly done: number;
  readonly total: number | null;
  readonly sentence: string;
};

/** What a call comes back with. It never rejects: an expected error, a cancellation and a bug are all failures. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** A file dropped on the window, as the page sees it: its place on the disk is not among what it sees. */
export type DroppedFile = { readonly name: string; readonly size: number; readonly lastModified: number };

/** The one bridge between the page and everything with privileges: `window.pilotlight`. */
export type Bridge = {
  call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Outcome<Output<Name>>>;
  /** Listens to the progress of jobs; returns the way to stop listening. */
  onProgress(listener: (progress: Progress) => void): () => void;
  /** Asks the job to stop; its call then comes back with the failure `cancelled`. */
  cancel(jobId: string): void;
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Turns dropped files into grants; files that are not on this machine's disk are left out. */
  grantFiles(files: readonly DroppedFile[]): Promise<readonly GrantedFile[]>;
};
