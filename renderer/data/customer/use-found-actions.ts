import type { SpotlightActionData } from '@mantine/spotlight';
import type { PilotSummary } from '#shared/api/summary.ts';
import type { Place } from '../../parts/place.ts';
import { keyKind, keyText } from './key-words.ts';
import { showCustomer } from './shown-customer.ts';
import { useFound } from './use-found.ts';

const SHOWN = 5;

/** Customers as the search from anywhere offers them: by whatever of a key is typed there. */
export function useFoundActions(
  pilot: PilotSummary | null,
  typed: string,
  go: (place: Place) => void,
): readonly SpotlightActionData[] {
  const found = useFound(pilot === null ? '' : typed, SHOWN).customers;
  if (pilot === null) return [];
  return found.map(({ customer, kind, value }) => ({
    id: `customer ${customer}`,
    label: keyText({ kind, value }),
    description: `Customer, by ${keyKind(kind)}`,
    // The key may be written otherwise than it was typed, so the search must not leave it out again.
    keywords: [typed, typed.trim()],
    onClick: () => {
      showCustomer(pilot.id, { kind, value });
      go('data');
    },
  }));
}
