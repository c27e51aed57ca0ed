import type { Mapping, MappingKind } from '#shared/records/mapping.ts';

export const kinds: readonly { readonly value: MappingKind; readonly label: string }[] = [
  { value: 'activities', label: 'something a customer did' },
  { value: 'traits', label: 'a customer, with what is known of them' },
  { value: 'feedback', label: 'something a customer said' },
];

/** What one row is, as a sentence begins: "One row is one order". */
export function rowMeaning(mapping: Mapping): string {
  switch (mapping.kind) {
    case 'activities': {
      const several = mapping.activities?.map(({ activity }) => spoken(activity));
      if (several !== undefined) return `One row is ${several.map((one) => `one ${one}`).join(', ')}`;
      return mapping.activity === undefined
        ? 'One row is one activity, its kind from a column'
        : `One row is one ${spoken(mapping.activity)}`;
    }
    case 'traits':
      return 'One row is one customer';
    case 'feedback':
      return `One row is one answer${mapping.feedback === undefined ? '' : ` (${spoken(mapping.feedback)})`}`;
  }
}

/** A kind of activity as people say it: `email_sent` is "e-mail sent". */
export function spoken(kind: string): string {
  return kind.replaceAll('_', ' ').replace(/^email\b/, 'e-mail');
}
