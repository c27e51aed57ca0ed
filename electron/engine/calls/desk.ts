import { PilotError } from '#shared/api/error.ts';
import type { PilotSummary } from '#shared/api/summary.ts';
import { summarisePilot } from '../pilot/summary.ts';
import type { CallContext } from '../process/context.ts';
import type { ReadableDb } from '../store/db.ts';
import type { PilotView } from '../store/open.ts';
import type { PilotFile } from '../store/pilot-file.ts';

type OnDesk =
  | { readonly kind: 'writer'; readonly file: PilotFile }
  | { readonly kind: 'reader'; readonly file: PilotView; readonly because: string };

/** The one pilot this engine has open. */
let onDesk: OnDesk | null = null;

const NOTHING_OPEN = 'No pilot is open: open one, or make a new one.';

/** The handle to read the open pilot with. @throws PilotError `nothing-open` */
export function reading(): ReadableDb {
  if (onDesk === null) throw new PilotError('nothing-open', NOTHING_OPEN);
  return onDesk.file.read;
}

/** The open pilot, to change it. @throws PilotError `nothing-open`, `read-only` */
export function writing(): PilotFile {
  if (onDesk === null) throw new PilotError('nothing-open', NOTHING_OPEN);
  if (onDesk.kind === 'reader') {
    throw new PilotError('read-only', `This pilot is open to look at only: ${onDesk.because}`);
  }
  return onDesk.file;
}

/** Puts a pilot on the desk; the one before is closed first. */
export async function putOnDesk(next: OnDesk, context: CallContext): Promise<PilotSummary> {
  await clearDesk();
  onDesk = next;
  next.file.whenChecked.then(() => {
    if (onDesk === next) announce(context);
  });
  const summary = announce(context);
  if (summary === null) throw new Error('a pilot was just put on the desk');
  return summary;
}

export async function clearDesk(): Promise<void> {
  const before = onDesk;
  onDesk = null;
  await before?.file.close();
}

export function summaryOnDesk(): PilotSummary | null {
  if (onDesk === null) return null;
  return summarisePilot(onDesk.file.read, {
    path: onDesk.file.path,
    mode: onDesk.kind,
    readOnlyBecause: onDesk.kind === 'reader' ? onDesk.because : null,
    integrity: onDesk.file.state,
  });
}

/** Tells main how the open pilot stands now, and gives the same back. */
export function announce(context: CallContext): PilotSummary | null {
  const summary = summaryOnDesk();
  context.announce({
    kind: 'pilot',
    open: onDesk === null || summary === null ? null : { file: onDesk.file.path, summary },
  });
  return summary;
}
