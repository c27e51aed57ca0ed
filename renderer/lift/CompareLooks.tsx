import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Failure } from '#shared/api/error.ts';
import type { Comparison } from '#shared/report/compare/compared.ts';
import { call } from '../api/bridge.ts';
import { ComparisonView } from '../charts/ComparisonView.tsx';

/** The first look and the last, side by side. */
export function CompareLooks() {
  const compare = useMutation<Comparison, Failure, void>({
    mutationFn: () => call('compare.looks', { looks: null }),
  });
  return (
    <>
      <Button loading={compare.isPending} onClick={() => compare.mutate()} size="compact-sm" variant="default">
        First and last side by side
      </Button>
      <ComparisonView comparison={compare.data ?? null} failure={compare.error} onClose={compare.reset} />
    </>
  );
}
