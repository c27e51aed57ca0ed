import { constants, getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { PilotError } from '#shared/api/error.ts';
import type { FromSecondThread, Job, ToSecondThread } from './message.ts';
import { Spares } from './spares.ts';

// The second thread: it is told of one job, and of memory it may fill again. It loads what its kind of job needs alone.
const port = parentPort!;
// Whoever waits in front of the window goes first. Elsewhere it would be the whole process that stands back. Where all
// of it stands back further already, this thread may not come forward, and is not to.
const { PRIORITY_BELOW_NORMAL } = constants.priority;
if (process.platform === 'linux' && getPriority() < PRIORITY_BELOW_NORMAL) setPriority(PRIORITY_BELOW_NORMAL);
const spares = new Spares();
const post = (message: FromSecondThread) => port.postMessage(message);
const work = await workOf(workerData as Job['kind']);

port.on('message', (message: ToSecondThread) => {
  if (message.kind === 'spare') spares.add(message.buffer);
  else work(message.job).catch(tell);
});
post({ kind: 'ready' });

async function workOf(kind: Job['kind']): Promise<(job: Job) => Promise<void>> {
  if (kind === 'read') {
    const { doReading } = await import('#engine/import/reading-job.ts');
    return async (job) => {
      if (job.kind === 'read') await doReading(job, spares, post);
    };
  }
  const { doWriting } = await import('#engine/store/pages/write-trees.ts');
  return async (job) => {
    if (job.kind === 'write') post(await doWriting(job));
  };
}

/** What is no PilotError is a bug, and ends the thread with it. */
function tell(error: unknown): void {
  if (!(error instanceof PilotError)) throw error;
  post({ kind: 'failed', failure: error.toFailure() });
}
