import type { GrantedFile } from '#shared/api/contract.ts';
import { createStore } from '../api/store.ts';

/** The pilot file that was asked for last, whoever asked: home, the menu, the system. */
export const lastAsked = createStore<GrantedFile | null>(null);
