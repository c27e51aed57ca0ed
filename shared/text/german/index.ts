import type { Catalogue } from '../catalogue.ts';
import { check } from './check.ts';
import { figures } from './figures.ts';
import { flow } from './flow.ts';
import { glossary } from './glossary.ts';
import { lift } from './lift.ts';
import { method } from './method.ts';
import { metric } from './metric.ts';
import { reason } from './reason.ts';
import { report } from './report/index.ts';
import { verdict } from './verdict.ts';

/** What the lift and the report say in German; a text it lacks is a type error. */
export const german: Catalogue = {
  language: 'de',
  figures,
  verdict,
  check,
  metric,
  lift,
  flow,
  reason,
  report,
  method,
  glossary,
};
