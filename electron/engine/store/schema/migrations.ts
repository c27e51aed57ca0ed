import type { Migration } from '../migrate.ts';
import { fifth } from './fifth.ts';
import { first } from './first.ts';
import { fourth } from './fourth.ts';
import { second } from './second.ts';
import { sixth } from './sixth.ts';
import { third } from './third.ts';

/** Every version of the pilot file, oldest first. A released one is never changed, only followed. */
export const migrations: readonly Migration[] = [first, second, third, fourth, fifth, sixth];
