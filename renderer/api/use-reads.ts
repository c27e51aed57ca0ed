import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import type { Input, Output } from '#shared/api/contract.ts';
import type { Failure } from '#shared/api/error.ts';
import { call } from './bridge.ts';
import type { ReadName } from './use-read.ts';

/** `useRead` for several inputs of one call, in their order. */
export function useReads<Name extends ReadName>(
  name: Name,
  inputs: readonly Input<Name>[],
): UseQueryResult<Output<Name>, Failure>[] {
  return useQueries({
    queries: inputs.map((input) => ({ queryKey: [name, input], queryFn: () => call(name, input) })),
  }) as UseQueryResult<Output<Name>, Failure>[];
}
