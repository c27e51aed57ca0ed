import { board } from './board.ts';
import { check } from './check.ts';
import { comparison } from './comparison.ts';
import { figures } from './figures.ts';
import { flow } from './flow.ts';
import { glossary } from './glossary.ts';
import { lift } from './lift.ts';
import { method } from './method.ts';
import { metric } from './metric.ts';
import { portfolio } from './portfolio.ts';
import { power } from './power.ts';
import { reason } from './reason.ts';
import { rehearsal } from './rehearsal.ts';
import { report } from './report/index.ts';
import { rule } from './rule.ts';
import { verdict } from './verdict.ts';

/** The English catalogue, one file a subject. Sentences are functions of figures already written by the formatter. */
export const english = {
  language: 'en',
  board,
  comparison,
  figures,
  verdict,
  check,
  metric,
  lift,
  portfolio,
  power,
  rehearsal,
  rule,
  flow,
  reason,
  report,
  method,
  glossary,
};
