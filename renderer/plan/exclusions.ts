import type { Known } from '#shared/api/contract.ts';
import type { Exclusion } from '#shared/plan/plan.ts';

/** Reasons most pilots need, each begun with the names the data offer. */
export const usualExclusions: readonly { readonly label: string; readonly begin: (known: Known) => Exclusion }[] = [
  {
    label: 'No consent',
    begin: ({ traits }) => ({
      reason: 'no consent',
      where: { none: [{ trait: traitLike(traits, /consent|opt.?in|marketing/i) ?? 'consent', is: true }] },
    }),
  },
  {
    label: 'Contacted lately',
    begin: ({ activities }) => ({
      reason: 'contacted lately',
      where: { any: [{ activity: contactLike(activities) ?? 'contact', count: { atLeast: 1 }, daysBefore: 14 }] },
    }),
  },
  {
    label: 'Staff',
    begin: ({ traits }) => ({
      reason: 'staff',
      where: { any: [{ trait: traitLike(traits, /staff|employee|internal|colleague/i) ?? 'staff', is: true }] },
    }),
  },
  { label: 'Another reason', begin: () => ({ reason: '', where: { any: [{ trait: '', is: '' }] } }) },
];

function traitLike(traits: Known['traits'], like: RegExp): string | undefined {
  return traits.find(({ key }) => like.test(key))?.key;
}

function contactLike(activities: Known['activities']): string | undefined {
  return ['contact', 'email_sent', 'call'].find((kind) => activities.some((one) => one.kind === kind));
}
