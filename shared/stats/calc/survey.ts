import { z } from 'zod';
import { kappa } from '../kappa.ts';
import { nps, npsDifference } from '../nps.ts';
import { define } from './define.ts';
import { input, values } from './shape.ts';

const counts = { promoters: z.number(), passives: z.number(), detractors: z.number() };

export const surveyMethods = {
  nps: define(input(counts), nps),
  'nps-difference': define(input({ control: z.object(counts), treatment: z.object(counts) }), npsDifference),
  kappa: define(input({ table: z.array(values), weights: z.enum(['none', 'linear', 'quadratic']).optional() }), kappa),
};
