import { arranged, signOff } from './arranged.ts';
import * as body from './body.ts';
import { business } from './business.ts';
import { assumption } from './business-lines.ts';
import { chart } from './chart.ts';
import { nextPilot } from './next-pilot.ts';
import { pageOne } from './page-one.ts';
import { rollout } from './rollout.ts';
import { labels, section } from './section.ts';
import { why } from './why.ts';

/** Everything the report says by itself; sentences about a metric come with the lift. */
export const report = {
  pageOne,
  section,
  labels,
  chart,
  business,
  assumption,
  nextPilot,
  why,
  rollout,
  arranged,
  signOff,
  ...body,
};
