import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PilotError } from '#shared/api/error.ts';
import { lookedAtOf, type PilotRow, type PortfolioRow } from '#shared/report/portfolio/portfolio-row.ts';
import { PLAIN_APPEARANCE } from '#shared/report/report-options.ts';
import { worthStoryOf } from '#shared/report/story.ts';
import { readCharter } from '../charter/charter-row.ts';
import { LOGGED_WORDS } from '../lift/look.ts';
import { readLastLook, readLooks } from '../lift/look-row.ts';
import { summarisePilot } from '../pilot/summary.ts';
import { readPlan } from '../plan/plan-row.ts';
import { toFailure } from '../process/failure.ts';
import { lastLookStands, subjectOf } from '../report/report-file.ts';
import { diskFailure } from '../store/disk-failure.ts';
import { type PilotView, viewPilot } from '../store/open.ts';

type Told = (done: number, total: number | null, sentence: string) => void;

/**
 * Every `.pilot` file of a folder as its last look left it, by name. Files are opened to look at only: no lock is
 * taken, nothing is written, no look is taken. One that cannot be read becomes a row that says why.
 *
 * @throws PilotError when the folder itself cannot be read; the signal's reason when cancelled
 */
export async function readPortfolio(folder: string, told: Told, signal: AbortSignal): Promise<readonly PortfolioRow[]> {
  const files = pilotsIn(folder);
  const rows: PortfolioRow[] = [];
  for (const [i, file] of files.entries()) {
    signal.throwIfAborted();
    told(i, files.length, `Reading ${file}`);
    rows.push(await rowOf(join(folder, file)));
  }
  told(files.length, files.length, 'All pilots are read');
  return rows;
}

function pilotsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && entry.name.toLowerCase().endsWith('.pilot'))
      .map((entry) => entry.name)
      .sort((one, other) => one.localeCompare(other, 'en'));
  } catch (error) {
    throw diskFailure(error, folder, 'read');
  }
}

async function rowOf(path: string): Promise<PortfolioRow> {
  try {
    const view = await viewPilot(path);
    try {
      if ((await view.whenChecked) === 'ok') return pilotRow(view);
      return unreadable(
        path,
        `${basename(path)} failed its check, so nothing in it can be relied on. Open it to save what can be saved.`,
      );
    } finally {
      await view.close();
    }
  } catch (error) {
    if (error instanceof PilotError) return unreadable(path, error.message);
    return unreadable(path, `${basename(path)} cannot be read. ${toFailure(error).sentence}`);
  }
}

function unreadable(path: string, sentence: string): PortfolioRow {
  return { kind: 'unreadable', file: basename(path), sentence };
}

function pilotRow(view: PilotView): PilotRow {
  const db = view.read;
  const summary = summarisePilot(db, { path: view.path, mode: 'reader', readOnlyBecause: null, integrity: view.state });
  const [charter, { plan, sealed }, last] = [readCharter(db), readPlan(db), readLastLook(db)];
  const row = {
    kind: 'pilot' as const,
    file: summary.file,
    name: summary.name,
    question: (charter.hypothesis || plan.hypothesis).trim(),
    owner: charter.owner,
    sponsor: charter.sponsor,
    step: summary.reached,
    next: summary.nextAction,
    sealed,
    decideBy: plan.decision.decideBy,
  };
  if (last === null) return { ...row, look: null };
  const occasion = { at: Date.parse(last.at), reader: LOGGED_WORDS, appearance: PLAIN_APPEARANCE };
  const story = worthStoryOf(subjectOf(db, last.result, readLooks(db), occasion));
  return { ...row, ...lookedAtOf(story, lastLookStands(db)) };
}
