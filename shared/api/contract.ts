import { z } from 'zod';
import { assumption, editedAssumptions } from '../business/assumption.ts';
import { businessCase } from '../business/business-case.ts';
import { charter } from '../charter/charter.ts';
import { customerStory, foundCustomer } from '../identity/customer-story.ts';
import { key, matching, matchingPreview, matchingState } from '../identity/matching.ts';
import { inTwoArms, twoArms } from '../identity/two-arms.ts';
import { whyOne } from '../identity/why-one.ts';
import { board } from '../lift/board.ts';
import { datedEvent, newEvent } from '../lift/dated-event.ts';
import { liftResult } from '../lift/lift-result.ts';
import { metricStatement } from '../plan/metric-statement.ts';
import { plan, planState } from '../plan/plan.ts';
import { powerResult } from '../plan/power-result.ts';
import { duplicatePage } from '../records/duplicate.ts';
import { mapping } from '../records/mapping.ts';
import { mended, mending, quarantinedCells } from '../records/mend.ts';
import { consideredPreset } from '../records/preset/consider.ts';
import { money, rateTable } from '../records/rates.ts';
import { removal } from '../records/removal.ts';
import { guess, importResult, quarantinedRow, source } from '../records/source.ts';
import { dataPicture } from '../records/source-picture.ts';
import { rehearsalResult } from '../rehearse/rehearsal-result.ts';
import { arrangement, signer } from '../report/arrangement.ts';
import { comparison } from '../report/compare/compared.ts';
import { portfolioRow } from '../report/portfolio/portfolio-row.ts';
import { reportOptions } from '../report/report-options.ts';
import { verification } from '../report/verify/difference.ts';
import { quote } from '../report/voice/voice.ts';
import { pilotSummary, recentPilot, templateCard } from './summary.ts';

/**
 * The only place where a call between renderer, main, engine and command line is named.
 *
 * kind: `app` is answered by main; `read`, `change` and `job` by the engine. A job reports progress and can be
 * cancelled; cancelling leaves no trace. `grants` names the input fields that hold grants: opaque tokens for files
 * that the user chose in a system dialog or dropped; main replaces them by paths, so that the page never names a path.
 */
export type CallKind = 'app' | 'read' | 'change' | 'job';

export type Call<Kind extends CallKind, Input extends z.ZodType, Output extends z.ZodType> = {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
  readonly grants: readonly string[];
};

function call<Kind extends CallKind, Input extends z.ZodType, Output extends z.ZodType>(
  kind: Kind,
  input: Input,
  output: Output,
  grants: readonly string[] = [],
): Call<Kind, Input, Output> {
  return { kind, input, output, grants };
}

const nothing = z.strictObject({});
const done = z.object({ done: z.literal(true) });
const text = z.string().min(1).max(10_000);

/** A file the user allowed: `grant` is a token, never a path. */
export const grantedFile = z.object({ grant: z.string(), name: z.string(), bytes: z.int().nullable() });
export type GrantedFile = z.infer<typeof grantedFile>;

export const assignSummary = z.object({
  assigned: z.record(z.string(), z.int()),
  /** Everybody who was drawn, whether into an arm or to be held out. */
  eligible: z.int(),
  /** Customers kept out of everything, by the plan's holdout. */
  heldOut: z.int(),
  srm: z.object({ p: z.number().nullable() }),
  balance: z.array(z.object({ covariate: z.string(), smd: z.number().nullable() })),
});
export type AssignSummary = z.infer<typeof assignSummary>;

export const writtenList = z.object({ arm: z.string(), file: z.string(), customers: z.int(), purpose: z.string() });
export type WrittenList = z.infer<typeof writtenList>;

export const runStatus = z.object({
  method: z.enum(['stratified', 'hash', 'imported']),
  eligible: z.int(),
  waiting: z.int(),
  /** Customers kept out of everything, by the plan's holdout. */
  heldOut: z.int(),
  assigned: z.record(z.string(), z.int()),
  contacted: z.record(z.string(), z.int()),
  lists: z.array(writtenList.extend({ at: z.string() })),
  contactSources: z.int(),
});
export type RunStatus = z.infer<typeof runStatus>;

export const known = z.object({
  activities: z.array(
    z.object({
      kind: z.string(),
      n: z.int(),
      first: z.string().nullable(),
      last: z.string().nullable(),
      /** What can be added up of it: `amount` where it has any, and the names of its properties. */
      fields: z.array(z.string()),
    }),
  ),
  traits: z.array(z.object({ key: z.string(), n: z.int() })),
  scores: z.array(z.object({ question: z.string(), n: z.int() })),
  armValues: z.array(z.object({ value: z.string(), n: z.int() })),
  customers: z.int(),
});
export type Known = z.infer<typeof known>;

export const planPreview = z.object({
  imported: z.int(),
  eligible: z.int(),
  arms: z.record(z.string(), z.int()),
  notEligible: z.array(z.object({ reason: z.string(), n: z.int() })),
  /** Customers the plan takes: number as the team's systems know it, and the anchor where it is known. */
  examples: z.array(z.object({ customer: z.int(), number: z.string().nullable(), from: z.string().nullable() })),
  findings: z.array(z.string()),
});
export type PlanPreview = z.infer<typeof planPreview>;

/** What became of two keys that were cut or let join again: their customers now. */
const decided = z.object({ customers: z.tuple([z.int(), z.int()]), apart: z.boolean() });

export const reportFormat = z.enum(['html', 'pdf', 'pptx', 'xlsx', 'json']);

export const contract = {
  'app.info': call('app', nothing, z.object({ version: z.string(), platform: z.string(), locale: z.string() })),
  'app.recent': call('app', nothing, z.array(recentPilot)),
  'app.forgetRecent': call('app', z.strictObject({ id: text }), done),
  'app.openRecent': call('app', z.strictObject({ id: text }), grantedFile),
  'app.chooseOpen': call('app', nothing, grantedFile.nullable()),
  'app.chooseNew': call('app', z.strictObject({ suggestedName: text }), grantedFile.nullable()),
  'app.chooseExports': call('app', nothing, z.array(grantedFile)),
  'app.chooseSave': call(
    'app',
    z.strictObject({ suggestedName: text, extension: z.enum(['html', 'pdf', 'pptx', 'xlsx', 'json', 'csv']) }),
    grantedFile.nullable(),
  ),
  'app.chooseReport': call('app', nothing, grantedFile.nullable()),
  'app.chooseLogo': call('app', nothing, grantedFile.nullable()),
  /** The folder of pilots shown last, and choosing another; both remembered by main, which alone knows its path. */
  'app.pilotFolder': call('app', nothing, grantedFile.nullable()),
  'app.choosePilotFolder': call('app', nothing, grantedFile.nullable()),
  'app.pilotInFolder': call('app', z.strictObject({ folder: text, name: text }), grantedFile, ['folder']),
  'app.chooseFolder': call('app', z.strictObject({ purpose: text }), grantedFile.nullable()),
  'app.show': call('app', z.strictObject({ file: text }), done, ['file']),
  'app.openWritten': call('app', z.strictObject({ file: text }), done, ['file']),
  'app.prefs': call('app', nothing, z.record(z.string(), z.unknown())),
  'app.setPref': call('app', z.strictObject({ key: text, value: z.unknown() }), done),

  'pilot.templates': call('read', nothing, z.array(templateCard)),
  'pilot.create': call('change', z.strictObject({ file: text, template: text, name: z.string() }), pilotSummary, [
    'file',
  ]),
  'pilot.createNext': call('change', z.strictObject({ file: text }), pilotSummary, ['file']),
  'pilot.createSample': call('job', z.strictObject({ file: text }), pilotSummary, ['file']),
  'pilot.open': call('job', z.strictObject({ file: text, as: z.enum(['writer', 'reader']) }), pilotSummary, ['file']),
  'pilot.close': call('change', nothing, done),
  'pilot.summary': call('read', nothing, pilotSummary.nullable()),

  'charter.get': call('read', nothing, charter),
  'charter.set': call('change', z.strictObject({ charter }), charter),

  'data.guess': call(
    'read',
    z.strictObject({ file: text, mapping: mapping.nullable(), preset: z.string().nullable() }),
    guess,
    ['file'],
  ),
  'data.presets': call('read', z.strictObject({ file: text }), z.array(consideredPreset), ['file']),
  'data.tryOut': call(
    'job',
    z.strictObject({ file: text, mapping }),
    importResult.extend({ quarantine: z.array(quarantinedRow) }),
    ['file'],
  ),
  'data.import': call('job', z.strictObject({ file: text, mapping, preset: z.string().nullable() }), importResult, [
    'file',
  ]),
  'data.importAll': call('job', z.strictObject({ files: z.array(text).min(1).max(1000) }), z.array(importResult), [
    'files',
  ]),
  'data.sources': call('read', nothing, z.array(source)),
  'data.removal': call('read', z.strictObject({ source: text }), removal),
  'data.remove': call('change', z.strictObject({ source: text }), done),
  'data.quarantine': call(
    'read',
    z.strictObject({
      source: z.string().nullable(),
      reason: z.string().nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(1000),
    }),
    z.object({
      total: z.int(),
      rows: z.array(quarantinedRow.extend({ row: z.int() })),
      reasons: z.record(z.string(), z.int()),
    }),
  ),
  'data.quarantinedCells': call('read', z.strictObject({ row: z.int() }), quarantinedCells),
  'data.mend': call('change', z.strictObject({ how: mending }), mended),
  'data.exportQuarantine': call('read', z.strictObject({ source: z.string().nullable(), file: text }), done, ['file']),
  'data.duplicates': call(
    'read',
    z.strictObject({ source: text, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    duplicatePage,
  ),
  'data.exportDuplicates': call('read', z.strictObject({ source: text, file: text }), done, ['file']),
  'data.money': call('read', nothing, money),
  'data.setRates': call('change', z.strictObject({ table: rateTable }), money),
  'data.picture': call('read', nothing, dataPicture),
  'data.known': call('read', nothing, known),

  'customer.find': call(
    'read',
    z.strictObject({ query: text, limit: z.int().min(1).max(100) }),
    z.array(foundCustomer),
  ),
  'customer.story': call('read', z.strictObject({ key }), customerStory),
  'customer.why': call('read', z.strictObject({ key }), whyOne),
  'customer.inTwoArms': call('read', z.strictObject({ key }), inTwoArms.nullable()),
  'customer.twoArms': call('read', z.strictObject({ limit: z.int().min(1).max(100) }), twoArms),
  'customer.cut': call('change', z.strictObject({ a: key, b: key, why: z.string().max(10_000) }), decided),
  'customer.uncut': call('change', z.strictObject({ a: key, b: key }), decided),
  'matching.get': call('read', nothing, matchingState),
  'matching.preview': call('read', z.strictObject({ matching }), matchingPreview),
  'matching.set': call('change', z.strictObject({ matching }), matchingState),

  'plan.get': call('read', nothing, planState),
  'plan.set': call('change', z.strictObject({ plan }), planState),
  'plan.preview': call('read', z.strictObject({ plan }), planPreview),
  /** How each metric is counted, as SQL over the pilot file; `asOf` null is now. */
  'plan.sql': call('read', z.strictObject({ plan, asOf: z.iso.datetime().nullable() }), z.array(metricStatement)),
  'plan.power': call('read', z.strictObject({ plan }), powerResult),
  'plan.rehearse': call(
    'job',
    z.strictObject({ plan, lift: z.number().gt(-1).nullable(), runs: z.int().min(10).max(10_000) }),
    rehearsalResult,
  ),
  /** The report as it would look after the pilot, with a made-up outcome, stamped as such. */
  'plan.rehearseReport': call(
    'job',
    z.strictObject({ plan, outcome: z.enum(['works', 'nothing']), theme: z.enum(['light', 'dark']) }),
    z.object({ html: z.string() }),
  ),
  'plan.seal': call('change', nothing, planState),
  'plan.amend': call('change', z.strictObject({ plan, why: text }), planState),

  'run.status': call('read', nothing, runStatus),
  /** How the pilot stands while it runs; no look. */
  'run.board': call('read', nothing, board),
  'run.assign': call('change', nothing, assignSummary),
  'run.lists': call('change', z.strictObject({ folder: text }), z.array(writtenList), ['folder']),

  'event.list': call('read', nothing, z.array(datedEvent)),
  'event.add': call('change', newEvent, z.array(datedEvent)),
  'event.remove': call('change', z.strictObject({ id: z.int() }), z.array(datedEvent)),

  'lift.last': call('read', nothing, liftResult.nullable()),
  'lift.look': call('job', z.strictObject({ asOf: z.string().nullable() }), liftResult),
  'lift.looks': call(
    'read',
    nothing,
    z.array(z.object({ at: z.string(), asOf: z.string(), verdict: z.string().nullable(), sealed: z.boolean() })),
  ),

  'business.get': call(
    'read',
    nothing,
    z
      .object({ lines: z.array(assumption), edited: z.array(assumption), business: businessCase, currency: z.string() })
      .nullable(),
  ),
  'business.set': call('change', z.strictObject({ lines: editedAssumptions }), done),

  'compare.pilots': call('read', z.strictObject({ files: z.array(text).length(2) }), comparison, ['files']),
  'compare.looks': call(
    'read',
    z.strictObject({ looks: z.tuple([z.int().min(1), z.int().min(1)]).nullable() }),
    comparison,
  ),
  'portfolio.read': call('job', z.strictObject({ folder: text }), z.array(portfolioRow), ['folder']),
  'portfolio.write': call(
    'job',
    z.strictObject({ folder: text, file: text, format: z.enum(['html', 'csv']) }),
    z.object({ file: z.string() }),
    ['folder', 'file'],
  ),

  'report.verify': call('read', z.strictObject({ file: text }), verification, ['file']),
  'report.options': call('read', nothing, reportOptions),
  'report.setOptions': call('change', z.strictObject({ options: reportOptions }), done),
  'report.readLogo': call('read', z.strictObject({ file: text }), z.object({ logo: z.string() }), ['file']),
  'report.arrangement': call(
    'read',
    nothing,
    z
      .object({
        arrangement,
        quotes: z.array(quote),
        fingerprint: z.string(),
        /** Who stands in the charter for each role; empty where nobody does. */
        people: z.record(signer, z.string()),
      })
      .nullable(),
  ),
  'report.proposal': call(
    'read',
    nothing,
    z.object({ title: z.string(), why: z.string(), needed: z.int().nullable() }).nullable(),
  ),
  'report.arrange': call('change', z.strictObject({ arrangement }), done),
  'report.preview': call('read', z.strictObject({ theme: z.enum(['light', 'dark']) }), z.object({ html: z.string() })),
  'report.write': call(
    'job',
    z.strictObject({ file: text, format: reportFormat }),
    z.object({ file: z.string(), sha256: z.string() }),
    ['file'],
  ),
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type Input<Name extends CallName> = z.input<Contract[Name]['input']>;
export type Output<Name extends CallName> = z.output<Contract[Name]['output']>;
