import type { Formatter } from '#shared/format/formatter.ts';
import type { Removal } from '#shared/records/removal.ts';

/** What would go with a source and what would stay, one sentence each. */
export function removalWords(removal: Removal, format: Formatter): string[] {
  const { activities, answers, armsNamed, traits, quarantined, customersGone, customersStay } = removal;
  const some = (n: number, one: string, many: string) =>
    n === 0 ? [] : [`${format.count(n)} ${n === 1 ? one : many}`];
  const gone = [
    ...some(activities, 'activity', 'activities'),
    ...some(answers, 'answer', 'answers'),
    ...some(traits, 'value of a trait', 'values of traits'),
    ...some(armsNamed, 'arm named', 'arms named'),
    ...some(quarantined, 'row in quarantine', 'rows in quarantine'),
  ];
  const { comeBack, heldElsewhere, onlyCounted } = removal;
  return [
    gone.length > 0
      ? `These go: ${gone.join(', ')}.`
      : heldElsewhere.length > 0
        ? 'No record goes.'
        : 'No record goes: it holds none.',
    customersGone === 0
      ? 'No customer is lost: other sources tell of all of them.'
      : `${format.count(customersGone)} ${customersGone === 1 ? 'customer goes' : 'customers go'} with it, since no other source tells of them; ${format.count(customersStay)} stay.`,
    ...(comeBack === 0
      ? []
      : [`${format.count(comeBack)} older ${comeBack === 1 ? 'row comes' : 'rows come'} back that it had replaced.`]),
    ...heldWords(heldElsewhere, format),
    ...(onlyCounted === 0
      ? []
      : [
          onlyCounted === 1
            ? 'One row of another file was only counted as a duplicate and may be the same as one that goes. To keep it, import that file again afterwards.'
            : `${format.count(onlyCounted)} rows of other files were only counted as duplicates, and some may be the same as rows that go. To keep them, import those files again afterwards.`,
        ]),
  ];
}

/** Files that are named; a folder imported week after week would make a long list. */
const NAMED = 3;

function heldWords(held: Removal['heldElsewhere'], format: Formatter): string[] {
  if (held.length === 0) return [];
  const rows = held.reduce((sum, file) => sum + file.rows, 0);
  const named = held.slice(0, NAMED).map(({ file }) => file);
  const more = held.length - named.length;
  const files = [...named, ...(more === 0 ? [] : [`${format.count(more)} more`])];
  const list = files.length === 1 ? files[0] : `${files.slice(0, -1).join(', ')} and ${files.at(-1)}`;
  const [stays, them] = rows === 1 ? ['row stays', 'it'] : ['rows stay', 'them'];
  return [`${format.count(rows)} ${stays}, because ${list} ${held.length === 1 ? 'holds' : 'hold'} ${them} too.`];
}
