import { basename } from 'node:path';
import { readPortfolio } from '../portfolio/read-portfolio.ts';
import { writePortfolio } from '../portfolio/write-portfolio.ts';
import type { Handlers } from '../process/context.ts';

export const portfolioCalls: Pick<Handlers, 'portfolio.read' | 'portfolio.write'> = {
  'portfolio.read': async ({ folder }, { progress, signal }) => [...(await readPortfolio(folder, progress, signal))],
  'portfolio.write': async ({ folder, file, format }, { progress, signal }) => {
    await writePortfolio(await readPortfolio(folder, progress, signal), basename(folder), file, format, Date.now());
    return { file };
  },
};
