import type { Handlers } from '#engine/process/context.ts';

/** The engine's answers to the calls of the contract. */
export const handlers: Partial<Handlers> = {};
