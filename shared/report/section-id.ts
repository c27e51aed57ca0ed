import { z } from 'zod';

/** The sections behind page one, in their usual order. */
export const sectionId = z.enum([
  'charter',
  'flow',
  'intervention',
  'plan',
  'checks',
  'results',
  'sensitivity',
  'segments',
  'course',
  'why',
  'business',
  'rollout',
  'next',
  'sources',
  'methods',
  'limits',
  'recompute',
  'glossary',
  'signOff',
]);
export type SectionId = z.infer<typeof sectionId>;
