import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { CallName, Input, Output } from '#shared/api/contract.ts';
import type { Failure } from '#shared/api/error.ts';
import { call } from './bridge.ts';
import { forgetReads } from './client.ts';

/**
 * Changes the pilot (or asks main to do something): `mutateAsync(input)` for the answer, `mutate(input)` otherwise,
 * `error` is the failure. Once it is acknowledged every read shown is asked again.
 */
export function useChange<Name extends CallName>(name: Name): UseMutationResult<Output<Name>, Failure, Input<Name>> {
  return useMutation<Output<Name>, Failure, Input<Name>>({
    mutationKey: [name],
    mutationFn: (input) => call(name, input),
    onSuccess: forgetReads,
  });
}
