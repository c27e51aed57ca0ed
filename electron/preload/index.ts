import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, DroppedFile, Progress } from '#shared/api/bridge.ts';
import { callNames } from '#shared/api/call-names.ts';
import { channel } from '#shared/api/channel.ts';
import type { CallName } from '#shared/api/contract.ts';
import type { AppEvent } from '#shared/api/event.ts';

function listen<Message>(name: string, listener: (message: Message) => void): () => void {
  const forward = (_event: unknown, message: Message) => listener(message);
  ipcRenderer.on(name, forward);
  return () => {
    ipcRenderer.removeListener(name, forward);
  };
}

/** Events that came before the page listened; it hears them when it does. */
let early: AppEvent[] | null = [];
const collect = (_event: unknown, event: AppEvent) => early?.push(event);
ipcRenderer.on(channel.event, collect);

function listenToEvents(listener: (event: AppEvent) => void): () => void {
  ipcRenderer.removeListener(channel.event, collect);
  for (const event of early ?? []) listener(event);
  early = null;
  return listen(channel.event, listener);
}

const bridge: Bridge = {
  call(name: CallName, input: unknown) {
    if (!callNames.has(name)) throw new TypeError(`There is no call ${String(name)}.`);
    return ipcRenderer.invoke(channel.call, name, input);
  },
  onProgress: (listener: (progress: Progress) => void) => listen(channel.progress, listener),
  cancel: (jobId: string) => ipcRenderer.send(channel.cancel, jobId),
  onEvent: listenToEvents,
  grantFiles(files: readonly DroppedFile[]) {
    const paths = files.map((file) => webUtils.getPathForFile(file as File)).filter((path) => path !== '');
    return ipcRenderer.invoke(channel.grant, paths);
  },
};

contextBridge.exposeInMainWorld('pilotlight', bridge);
