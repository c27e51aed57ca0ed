import type { GrantedFile } from './contract.ts';
import type { PilotSummary } from './summary.ts';

/** What a menu entry or its key asks the page to do. */
export type Command = 'new' | 'open' | 'close' | 'home' | 'search' | 'shortcuts' | 'about';

/** What main tells the page without being asked. */
export type AppEvent =
  | { readonly kind: 'command'; readonly command: Command }
  /** A pilot file to open: double-clicked, named on the command line, or picked from the menu. */
  | { readonly kind: 'open-file'; readonly file: GrantedFile }
  /** The open pilot changed in a way the shell shows; null once it is closed. */
  | { readonly kind: 'pilot'; readonly summary: PilotSummary | null }
  /** The engine's process ended by itself; it starts anew with the next call, with no pilot open. */
  | { readonly kind: 'engine-lost' };

/** What the engine tells main. `file` is a path: it stays in main. */
export type EngineEvent = {
  readonly kind: 'pilot';
  readonly open: { readonly file: string; readonly summary: PilotSummary } | null;
};
