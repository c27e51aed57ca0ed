import type { Story } from '../story.ts';

/** Seal, looks, amendments and fingerprint, a few words each. */
export function foot({ lift, planState, format, text }: Story): string[] {
  const say = text.report.pageOne.foot;
  return [
    planState.sealed === null ? say.unsealed : say.sealed(format.dateShort(planState.sealed)),
    say.looks(format.count(lift.looks), lift.looks),
    say.amendments(format.count(planState.amendments.length), planState.amendments.length),
    say.fingerprint(shortHash(lift.fingerprint)),
  ];
}

/** A hash as people compare it by eye: its first and last four characters. */
export function shortHash(hash: string): string {
  return hash.length <= 12 ? hash : `${hash.slice(0, 4)}…${hash.slice(-4)}`;
}
