import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PilotError } from '#shared/api/error.ts';
import { templates } from '#shared/template/templates.ts';
import { knownTemplate, newPilot } from '../pilot/create.ts';
import { newNextPilot } from '../pilot/create-next.ts';
import { importSample } from '../pilot/import-sample.ts';
import type { Handlers } from '../process/context.ts';
import { openPilot, viewPilot } from '../store/open.ts';
import { announce, clearDesk, putOnDesk, reading, summaryOnDesk } from './desk.ts';

type PilotCalls = Pick<
  Handlers,
  | 'pilot.templates'
  | 'pilot.create'
  | 'pilot.createNext'
  | 'pilot.createSample'
  | 'pilot.open'
  | 'pilot.close'
  | 'pilot.summary'
>;

export const pilotCalls: PilotCalls = {
  'pilot.templates': async () => templates.map((template) => template.card),
  'pilot.summary': async () => summaryOnDesk(),
  'pilot.create': async ({ file, template, name }, context) => {
    const made = await newPilot(file, knownTemplate(template), name, Date.now());
    return await putOnDesk({ kind: 'writer', file: made }, context);
  },
  'pilot.createNext': async ({ file }, context) => {
    const made = await newNextPilot(reading(), file, Date.now());
    return await putOnDesk({ kind: 'writer', file: made }, context);
  },
  'pilot.createSample': async ({ file }, context) => {
    const folder = await mkdtemp(join(tmpdir(), 'pilotlight-sample-'));
    try {
      const made = await newPilot(file, knownTemplate('abandoned-cart'), 'The sample shop', Date.now());
      try {
        await importSample(made, folder, context);
      } catch (error) {
        await made.close();
        await rm(file, { force: true });
        throw error;
      }
      return await putOnDesk({ kind: 'writer', file: made }, context);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  'pilot.open': async ({ file, as }, context) => {
    if (as === 'writer') {
      // The file on the desk may be the very one to open, and its lock is ours: it is put away first.
      await clearDesk();
      return await putOnDesk({ kind: 'writer', file: await openPilot(file) }, context);
    }
    const because = await whyOnlyToLook(file);
    return await putOnDesk({ kind: 'reader', file: await viewPilot(file), because }, context);
  },
  'pilot.close': async (_, context) => {
    await clearDesk();
    announce(context);
    return { done: true };
  },
};

async function whyOnlyToLook(file: string): Promise<string> {
  try {
    const probe = await openPilot(file);
    await probe.close();
    return 'It was opened read-only.';
  } catch (error) {
    return error instanceof PilotError ? error.sentence : 'It was opened read-only.';
  }
}
