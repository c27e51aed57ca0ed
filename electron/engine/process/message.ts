import type { Failure } from '#shared/api/error.ts';
import type { EngineEvent } from '#shared/api/event.ts';

/** What main sends to the engine's process. */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: string; readonly name: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: string }
  | { readonly kind: 'printed'; readonly id: string; readonly failure: Failure | null }
  /** Close the pilot as if the user had, then end. */
  | { readonly kind: 'end' };

/** What the engine's process sends to main. */
export type FromEngine =
  | { readonly kind: 'answer'; readonly id: string; readonly ok: true; readonly value: unknown }
  | { readonly kind: 'answer'; readonly id: string; readonly ok: false; readonly failure: Failure }
  | {
      readonly kind: 'progress';
      readonly id: string;
      readonly done: number;
      readonly total: number | null;
      readonly sentence: string;
    }
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | { readonly kind: 'print'; readonly id: string; readonly html: string; readonly outPath: string };
