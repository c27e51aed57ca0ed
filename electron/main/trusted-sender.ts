import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { isOurs } from './address.ts';

/** @returns whether a message comes from the main frame of our own page */
export function isTrusted({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && !sender.isDestroyed() && senderFrame === sender.mainFrame && isOurs(senderFrame.url);
}
