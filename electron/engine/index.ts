import { handlers } from '#engine/calls/index.ts';
import { createDispatcher } from '#engine/process/dispatch.ts';
import type { FromEngine, ToEngine } from '#engine/process/message.ts';
import { loadSqlJs } from '#engine/store/sqljs.ts';
import { secondThreadAt } from '#engine/threads/second-thread.ts';

// The engine's process: the only one that has a pilot file open. Main talks to it through this one port.
const port = process.parentPort;
secondThreadAt(new URL('./second-thread.js', import.meta.url));
const dispatcher = createDispatcher(handlers, (message: FromEngine) => port.postMessage(message));

// The database code is made ready while nobody waits for it; where that fails, the first call that needs it says so.
loadSqlJs().catch(() => undefined);

port.on('message', ({ data }: { data: ToEngine }) => {
  dispatcher.receive(data).then((wasLast) => {
    if (wasLast) process.exit(0);
  });
});
