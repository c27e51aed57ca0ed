import type { Handlers } from '../process/context.ts';
import { businessCalls } from './business.ts';
import { charterCalls } from './charter.ts';
import { customerCalls } from './customer.ts';
import { dataCalls } from './data.ts';
import { liftCalls } from './lift.ts';
import { pilotCalls } from './pilot.ts';
import { planCalls } from './plan.ts';
import { portfolioCalls } from './portfolio.ts';
import { reportCalls } from './report.ts';
import { runCalls } from './run.ts';

/** The engine's answers to the calls of the contract, one file an area of the journey. */
export const handlers: Handlers = {
  ...pilotCalls,
  ...charterCalls,
  ...dataCalls,
  ...customerCalls,
  ...planCalls,
  ...runCalls,
  ...liftCalls,
  ...businessCalls,
  ...portfolioCalls,
  ...reportCalls,
};
