import { srm } from '../srm.ts';
import { define } from './define.ts';
import { input, values } from './shape.ts';

export const assignmentMethods = {
  srm: define(input({ observed: values, weights: values }), srm),
};
