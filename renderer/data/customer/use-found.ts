import { useDebouncedValue } from '@mantine/hooks';
import type { FoundCustomer } from '#shared/identity/customer-story.ts';
import { useRead } from '../../api/use-read.ts';

const LONG_ENOUGH = 2;
const PAUSE = 80;

/** Customers by what has been typed of any of their keys; none while that is too little or the typing goes on. */
export function useFound(typed: string, limit: number): readonly FoundCustomer[] {
  const [query] = useDebouncedValue(typed.trim(), PAUSE);
  const asked = query.length >= LONG_ENOUGH;
  const found = useRead('customer.find', asked ? { query, limit } : null);
  return asked && typed.trim().length >= LONG_ENOUGH ? (found.data ?? []) : [];
}
