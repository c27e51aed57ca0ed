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
  const { comeBack, sameElsewhere } = removal;
  return [
    gone.length === 0 ? 'No record goes: it holds none.' : `These go: ${gone.join(', ')}.`,
    customersGone === 0
      ? 'No customer is lost: other sources tell of all of them.'
      : `${format.count(customersGone)} ${customersGone === 1 ? 'customer goes' : 'customers go'} with it, since no other source tells of them; ${format.count(customersStay)} stay.`,
    ...(comeBack === 0
      ? []
      : [`${format.count(comeBack)} older ${comeBack === 1 ? 'row comes' : 'rows come'} back that it had replaced.`]),
    ...(sameElsewhere === 0
      ? []
      : [
          `${format.count(sameElsewhere)} ${sameElsewhere === 1 ? 'row' : 'rows'} of other files ${sameElsewhere === 1 ? 'is' : 'are'} the same as rows of this one and ${sameElsewhere === 1 ? 'was' : 'were'} only counted there. To keep them, import those files again afterwards.`,
        ]),
  ];
}
