import type { Formatter } from '#shared/format/formatter.ts';
import type { Matching, MatchingPreview } from '#shared/identity/matching.ts';

/** How the pilot joins, in one sentence. */
export function matchingSentence(matching: Matching, format: Formatter): string {
  const { mode, ignorePlusTag, providerRules, country, sharedBy } = matching;
  const base =
    mode === 'strict'
      ? 'Strict: only e-mail addresses and customer numbers join'
      : 'Loose: e-mail, customer number, phone, cookie, and name with postcode join';
  const options = [
    ...(ignorePlusTag ? ['+tags in addresses are ignored'] : []),
    ...(providerRules ? ['addresses are read as their provider delivers them'] : []),
    ...(country === null ? [] : [`phone numbers without a country code belong to ${country}`]),
    `a key shared by more than ${format.count(sharedBy)} people joins nobody`,
  ];
  return `${base}; ${options.join('; ')}.`;
}

/** What a change would do, before it is done. */
export function previewSentence(preview: MatchingPreview, format: Formatter): string {
  const { customersNow, customersThen, joined, parted, twoArmsNow, twoArmsThen } = preview;
  if (joined + parted === 0) return 'Nobody would change: the same people come out.';
  const parts = [
    ...(joined === 0 ? [] : [`${people(joined, format)} would be joined with somebody else`]),
    ...(parted === 0 ? [] : [`${people(parted, format)} would come apart`]),
  ];
  const change =
    parts.length === 1 ? `${parts[0]}.` : `${people(joined + parted, format)} would change: ${parts.join(', ')}.`;
  const sums = `${format.count(customersNow)} customers would be ${format.count(customersThen)}.`;
  return [change, sums, ...armsSentence(twoArmsNow, twoArmsThen, format)].join(' ');
}

function armsSentence(now: number, then: number, format: Formatter): string[] {
  if (now === then) return [];
  if (then === 0) return [`Nobody would stand in two arms any more (now ${format.count(now)}).`];
  return [`${people(then, format)} would stand in two arms (now ${format.count(now)}) and be left out of the lift.`];
}

function people(n: number, format: Formatter): string {
  return n === 1 ? '1 person' : `${format.count(n)} people`;
}
