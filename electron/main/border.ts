import { ipcMain } from 'electron';
import { z } from 'zod';
import { toFailure } from '#engine/process/failure.ts';
import type { Outcome } from '#shared/api/bridge.ts';
import { channel } from '#shared/api/channel.ts';
import { type CallName, contract } from '#shared/api/contract.ts';
import { PilotError } from '#shared/api/error.ts';
import type { AppHandlers } from './app-calls.ts';
import type { EngineProcess } from './engine-process.ts';
import type { Grants } from './grants.ts';
import { isTrusted } from './trusted-sender.ts';

type Behind = { readonly grants: Grants; readonly app: AppHandlers; readonly engine: EngineProcess };

/** The border post: every message of the page passes here, its sender, name, grants and input checked. */
export function openBorder({ grants, app, engine }: Behind): void {
  async function answer(name: unknown, input: unknown): Promise<Outcome<unknown>> {
    const known = knownCall(name);
    const resolved = grants.resolve(input, contract[known].grants);
    if (contract[known].kind !== 'app') return engine.call(known, resolved);
    const handler = app[known as keyof AppHandlers] as (checked: unknown) => Promise<unknown>;
    return { ok: true, value: await handler(checkedInput(known, resolved)) };
  }

  ipcMain.handle(channel.call, async (event, name: unknown, input: unknown) => {
    if (!isTrusted(event)) return refused;
    return answer(name, input).catch((thrown: unknown) => ({ ok: false, failure: toFailure(thrown) }));
  });
  ipcMain.handle(channel.grant, (event, paths: unknown) => {
    const list = z.array(z.string()).safeParse(paths);
    return isTrusted(event) && list.success ? list.data.map((path) => grants.give(path)) : [];
  });
  ipcMain.on(channel.cancel, (event, id: unknown) => {
    if (isTrusted(event) && typeof id === 'string') engine.cancel(id);
  });
}

const refused: Outcome<never> = {
  ok: false,
  failure: { code: 'not-trusted', sentence: 'Only Pilotlight itself may ask for this.', cause: null },
};

function knownCall(name: unknown): CallName {
  if (typeof name === 'string' && Object.hasOwn(contract, name)) return name as CallName;
  throw new PilotError('no-such-call', `There is no call ${String(name)}.`);
}

function checkedInput(name: CallName, input: unknown): unknown {
  const parsed = contract[name].input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new PilotError(
    'wrong-input',
    `The call ${name} was given something it cannot take.`,
    z.prettifyError(parsed.error),
  );
}
