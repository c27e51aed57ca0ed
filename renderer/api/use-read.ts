import { skipToken, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CallName, Contract, Input, Output } from '#shared/api/contract.ts';
import type { Failure } from '#shared/api/error.ts';
import { call } from './bridge.ts';

/** Calls that only read, or that ask main about the system. */
export type ReadName = {
  [Name in CallName]: Contract[Name]['kind'] extends 'read' | 'app' ? Name : never;
}[CallName];

/**
 * Reads something and keeps it until a change makes it stale.
 *
 * @param input what the call takes; null while it is not known yet: nothing is asked then
 */
export function useRead<Name extends ReadName>(
  name: Name,
  input: Input<Name> | null,
): UseQueryResult<Output<Name>, Failure> {
  return useQuery<Output<Name>, Failure>({
    queryKey: [name, input],
    queryFn: input === null ? skipToken : () => call(name, input),
  });
}
