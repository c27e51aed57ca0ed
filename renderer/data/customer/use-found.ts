import { useDebouncedValue } from '@mantine/hooks';
import type { FoundCustomer } from '#shared/identity/customer-story.ts';
import { useRead } from '../../api/use-read.ts';

const LONG_ENOUGH = 2;
const PAUSE = 80;

export type Found = {
  readonly customers: readonly FoundCustomer[];
  /** Whether these are all that what stands there now finds; not while it is looked for, or too little to look for. */
  readonly isAnswer: boolean;
};

/** Customers by what has been typed of any of their keys; none while that is too little or the typing goes on. */
export function useFound(typed: string, limit: number): Found {
  const [query] = useDebouncedValue(typed.trim(), PAUSE);
  const asked = query.length >= LONG_ENOUGH;
  const found = useRead('customer.find', asked ? { query, limit } : null);
  const customers = asked && typed.trim().length >= LONG_ENOUGH ? (found.data ?? []) : [];
  return { customers, isAnswer: asked && query === typed.trim() && found.isSuccess && !found.isPlaceholderData };
}
