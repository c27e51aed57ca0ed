import { basename } from 'node:path';
import { compareLooks, comparePilots } from '../compare/compare-pilots.ts';
import { readPortfolio } from '../portfolio/read-portfolio.ts';
import { writePortfolio } from '../portfolio/write-portfolio.ts';
import type { Handlers } from '../process/context.ts';
import { reading } from './desk.ts';

type PortfolioCalls = Pick<Handlers, 'portfolio.read' | 'portfolio.write' | 'compare.pilots' | 'compare.looks'>;

export const portfolioCalls: PortfolioCalls = {
  'compare.pilots': async ({ files: [one = '', other = ''] }) => comparePilots([one, other], null),
  'compare.looks': async ({ looks }) => compareLooks(reading(), looks),
  'portfolio.read': async ({ folder }, { progress, signal }) => [...(await readPortfolio(folder, progress, signal))],
  'portfolio.write': async ({ folder, file, format }, { progress, signal }) => {
    await writePortfolio(await readPortfolio(folder, progress, signal), basename(folder), file, format, Date.now());
    return { file };
  },
};
