import { handlers } from '#engine/calls/index.ts';
import { createDispatcher } from '#engine/process/dispatch.ts';
import type { FromEngine, ToEngine } from '#engine/process/message.ts';

// The engine's process: the only one that has a pilot file open. Main talks to it through this one port.
const port = process.parentPort;
const dispatcher = createDispatcher(handlers, (message: FromEngine) => port.postMessage(message));

port.on('message', ({ data }: { data: ToEngine }) => {
  dispatcher.receive(data).then((wasLast) => {
    if (wasLast) process.exit(0);
  });
});
