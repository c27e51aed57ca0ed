import { check } from './check.ts';
import { figures } from './figures.ts';
import { flow } from './flow.ts';
import { lift } from './lift.ts';
import { metric } from './metric.ts';
import { verdict } from './verdict.ts';

/** The English catalogue, one file a subject. Sentences are functions of figures already written by the formatter. */
export const english = { figures, verdict, check, metric, flow, lift };
