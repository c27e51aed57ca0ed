import type { PackedRead } from '#engine/import/packed-rows.ts';
import type { ReadingJob, ReadToEnd } from '#engine/import/reading-job.ts';
import type { WritingJob, Written } from '#engine/store/pages/write-trees.ts';
import type { Failure } from '#shared/api/error.ts';

/** What the second thread can be asked to do. */
export type Job = ReadingJob | WritingJob;

export type ToSecondThread =
  | { readonly kind: 'begin'; readonly job: Job }
  /** Memory that came with a message, to be filled again. */
  | { readonly kind: 'spare'; readonly buffer: SharedArrayBuffer };

export type FromSecondThread =
  /** It is there, and waits for its job. */
  | { readonly kind: 'ready' }
  | PackedRead
  | ReadToEnd
  | Written
  | { readonly kind: 'failed'; readonly failure: Failure };
