import { HELD_OUT } from '#shared/assign/holdout.ts';
import type { Formatter } from '#shared/format/formatter.ts';
import type { ArmPlace, InTwoArms } from '#shared/identity/two-arms.ts';
import { keyText } from './key-words.ts';

/** Why somebody stands in two arms. */
export function twoArmsBecause({ because }: InTwoArms): string {
  return because === 'join'
    ? 'because keys that stand in one arm each were joined'
    : 'because the exports disagree about the same key';
}

/** The row that puts somebody into an arm: "ana@mail.example in sends.csv row 12". */
export function armPlaceWords({ key, file, line }: ArmPlace, format: Formatter): string {
  return `${keyText(key)} ${file === null ? 'drawn here' : `in ${file} row ${format.count(line)}`}`;
}

/** What an arm is called; whoever is held out of everything is in none. */
export function armName(arm: string): string {
  return arm === HELD_OUT ? 'held out of everything' : arm;
}

/** Control is slate and treatments are flame, also by the names that exports give them. */
export function armTone(arm: string): 'slate' | 'flame' | 'quiet' {
  if (arm === HELD_OUT) return 'quiet';
  return /^control$/i.test(arm.trim()) ? 'slate' : 'flame';
}
