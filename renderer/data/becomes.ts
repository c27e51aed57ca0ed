import type { ColumnTarget } from '#shared/records/mapping.ts';

/** What a column can become, as it is chosen: one entry of the list. */
export type Choice =
  | 'identity:email'
  | 'identity:phone'
  | 'identity:number'
  | 'identity:cookie'
  | 'identity:name+zip'
  | 'at'
  | 'amount'
  | 'quantity'
  | 'currency'
  | 'reference'
  | 'activity'
  | 'channel'
  | 'property'
  | 'arm'
  | 'trait:number'
  | 'trait:text'
  | 'trait:boolean'
  | 'trait:date'
  | 'score'
  | 'verbatim'
  | 'ignore';

type Entry = { readonly value: Choice; readonly label: string };

/** The list, in the groups it is shown in. */
export const choices: readonly { readonly group: string; readonly items: readonly Entry[] }[] = [
  {
    group: 'Who it is',
    items: [
      { value: 'identity:email', label: 'Customer key · e-mail' },
      { value: 'identity:phone', label: 'Customer key · phone' },
      { value: 'identity:number', label: 'Customer key · number' },
      { value: 'identity:cookie', label: 'Customer key · cookie' },
      { value: 'identity:name+zip', label: 'Customer key · name and zip' },
      { value: 'arm', label: 'Arm of the pilot' },
    ],
  },
  {
    group: 'What happened',
    items: [
      { value: 'at', label: 'When' },
      { value: 'amount', label: 'Amount' },
      { value: 'quantity', label: 'Quantity · times the amount' },
      { value: 'currency', label: 'Currency' },
      { value: 'reference', label: 'Reference number' },
      { value: 'activity', label: 'Kind of activity' },
      { value: 'channel', label: 'Channel' },
      { value: 'property', label: 'Property' },
    ],
  },
  {
    group: 'What the customer is like',
    items: [
      { value: 'trait:number', label: 'Trait · number' },
      { value: 'trait:text', label: 'Trait · text' },
      { value: 'trait:boolean', label: 'Trait · yes or no' },
      { value: 'trait:date', label: 'Trait · date' },
    ],
  },
  {
    group: 'What the customer says',
    items: [
      { value: 'score', label: 'Score' },
      { value: 'verbatim', label: 'Verbatim' },
    ],
  },
  { group: 'Neither', items: [{ value: 'ignore', label: 'Left out' }] },
];

export function choiceOf(target: ColumnTarget): Choice {
  switch (target.to) {
    case 'identity':
      return target.key.startsWith('number:') ? 'identity:number' : (`identity:${target.key}` as Choice);
    case 'trait':
      return `trait:${target.type}`;
    default:
      return target.to;
  }
}

/** A name for scripts and conditions out of a header: "Total spent" becomes `total_spent`. */
export function plainName(header: string): string {
  const name = header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return name === '' ? 'column' : name;
}

/** What the column becomes when this is chosen: names come from its header until the user says otherwise. */
export function targetOf(choice: Choice, header: string): ColumnTarget {
  const name = plainName(header);
  switch (choice) {
    case 'identity:number':
      return { to: 'identity', key: 'number:shop' };
    case 'identity:email':
    case 'identity:phone':
    case 'identity:cookie':
    case 'identity:name+zip':
      return { to: 'identity', key: choice.slice('identity:'.length) };
    case 'trait:number':
      return { to: 'trait', name, type: 'number' };
    case 'trait:text':
      return { to: 'trait', name, type: 'text' };
    case 'trait:boolean':
      return { to: 'trait', name, type: 'boolean' };
    case 'trait:date':
      return { to: 'trait', name, type: 'date' };
    case 'property':
      return { to: 'property', name };
    case 'score':
      return { to: 'score', question: name, scale: [0, 10] };
    default:
      return { to: choice };
  }
}
