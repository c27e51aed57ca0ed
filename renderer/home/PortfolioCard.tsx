import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { GrantedFile } from '#shared/api/contract.ts';
import type { Failure as FailureValue } from '#shared/api/error.ts';
import type { Comparison } from '#shared/report/compare/compared.ts';
import { call } from '../api/bridge.ts';
import { useChange } from '../api/use-change.ts';
import { useJob } from '../api/use-job.ts';
import { useRead } from '../api/use-read.ts';
import { ComparisonView } from '../charts/ComparisonView.tsx';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Progress } from '../parts/Progress.tsx';
import styles from './Portfolio.module.css';
import { PortfolioTable } from './PortfolioTable.tsx';
import { portfolioRows, usePortfolioRows } from './portfolio-rows.ts';
import type { Opening } from './use-opening.ts';

/** All pilots of a folder the user chose, by their last look; the folder is remembered. */
export function PortfolioCard({ opening }: { readonly opening: Opening }) {
  const folder = useRead('app.pilotFolder', {}).data ?? null;
  const choose = useChange('app.choosePilotFolder');
  const read = useJob('portfolio.read');
  const write = useJob('portfolio.write');
  const save = useChange('app.chooseSave');
  const rows = usePortfolioRows(folder?.grant ?? null);
  const grant = folder?.grant ?? null;
  const { start } = read;

  useEffect(() => {
    if (grant === null || portfolioRows.get()?.folder === grant) return;
    void start({ folder: grant }).then((outcome) => {
      if (outcome.ok) portfolioRows.set({ folder: grant, rows: outcome.value });
    });
  }, [grant, start]);

  const again = async (next: GrantedFile) => {
    const outcome = await start({ folder: next.grant });
    if (outcome.ok) portfolioRows.set({ folder: next.grant, rows: outcome.value });
  };
  const other = async () => {
    const next = await choose.mutateAsync({}).catch(() => null);
    if (next !== null) await again(next);
  };
  const hand = async (format: 'html' | 'csv') => {
    if (folder === null) return;
    const file = await save
      .mutateAsync({ suggestedName: `Pilots of ${folder.name}`, extension: format })
      .catch(() => null);
    if (file !== null) await write.start({ folder: folder.grant, file: file.grant, format });
  };
  const openOne = async (name: string) => {
    if (folder === null) return;
    const file = await call('app.pilotInFolder', { folder: folder.grant, name });
    await opening.open(file, 'writer');
  };

  const compare = useMutation<Comparison, FailureValue, readonly string[]>({
    mutationFn: async (names) => {
      const granted = names.map((name) => call('app.pilotInFolder', { folder: grant ?? '', name }));
      return await call('compare.pilots', { files: (await Promise.all(granted)).map((file) => file.grant) });
    },
  });

  return (
    <Card
      aside={
        <div className={styles.ways}>
          {folder !== null && (
            <>
              <Button onClick={() => void hand('html')} size="compact-sm" variant="default">
                As a page…
              </Button>
              <Button onClick={() => void hand('csv')} size="compact-sm" variant="default">
                As CSV…
              </Button>
              <Button loading={read.running} onClick={() => void again(folder)} size="compact-sm" variant="default">
                Read again
              </Button>
            </>
          )}
          <Button onClick={() => void other()} size="compact-sm" variant={folder === null ? 'light' : 'default'}>
            {folder === null ? 'Choose a folder…' : 'Another folder…'}
          </Button>
        </div>
      }
      padding="flush"
      subtitle={
        folder === null
          ? 'The list a sponsor’s boss wants: question, verdict, lift and money of every pilot. Files are only read.'
          : `${folder.name}: each line tells the last look that was taken; files are only read`
      }
      title="All pilots in a folder"
    >
      <Failure failure={read.failure ?? write.failure ?? choose.error ?? save.error} onDismiss={read.clear} />
      <Progress beginning="Reading the folder" job="portfolio.read" />
      {rows !== null && (
        <PortfolioTable
          onCompare={(one, other) => compare.mutate([one, other])}
          onOpen={(name) => void openOne(name).catch(() => undefined)}
          rows={rows}
        />
      )}
      <ComparisonView comparison={compare.data ?? null} failure={compare.error} onClose={compare.reset} />
    </Card>
  );
}
