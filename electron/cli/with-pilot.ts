import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openPilot, type PilotView, viewPilot } from '#engine/store/open.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { PilotError } from '#shared/api/error.ts';

/** Opens a pilot for one command that changes it, and closes it whatever happens. */
export async function withPilot<T>(path: string, work: (file: PilotFile) => Promise<T>): Promise<T> {
  const file = await openPilot(existing(path));
  try {
    for (const note of file.notes) process.stderr.write(`${note}\n`);
    return await work(file);
  } finally {
    await file.close();
  }
}

/** Opens a pilot to look at, also while somebody else has it open. */
export async function withView<T>(path: string, work: (view: PilotView) => T | Promise<T>): Promise<T> {
  const view = await viewPilot(existing(path));
  try {
    for (const note of view.notes) process.stderr.write(`${note}\n`);
    return await work(view);
  } finally {
    await view.close();
  }
}

function existing(path: string): string {
  if (!existsSync(path)) {
    throw new PilotError(
      'not-found',
      `There is no file ${path}. Make a new pilot with "pilotlight new ${path} --template abandoned-cart".`,
    );
  }
  return resolve(path);
}
