import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCharter } from '#engine/charter/charter-row.ts';
import { lookAtLift } from '#engine/lift/look.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { newNextPilot } from '#engine/pilot/create-next.ts';
import { importSampleFiles } from '#engine/pilot/import-sample.ts';
import { readPlan } from '#engine/plan/plan-row.ts';
import { sealPlan } from '#engine/plan/plan-work.ts';
import { pilotValue } from '#engine/records/pilot-value.ts';
import { writeArrangement } from '#engine/report/arrangement-value.ts';
import { bytesOf, modelOf } from '#engine/report/report-file.ts';
import { voiceOf } from '#engine/report/voice.ts';
import { writeSample } from '#engine/sample/write-sample.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { AS_IT_COMES } from '#shared/report/arrangement.ts';

const AS_OF = Date.parse('2026-10-20');

describe('the report of the sample shop, its voices and what comes next', () => {
  let folder: string;
  let pilot: PilotFile;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pilotlight-voice-'));
    const options = { customers: 1500, seed: 5, story: 'win', follow: null } as const;
    const sample = await writeSample(join(folder, 'exports'), options, () => undefined);
    pilot = await newPilot(join(folder, 'a.pilot'), knownTemplate('abandoned-cart'), 'Carts', Date.now());
    await importSampleFiles(pilot, sample.files, { progress: () => undefined, signal: new AbortController().signal });
    // Whatever somebody writes about herself may stand in her answer.
    await pilot.change('test', (db) =>
      db.run(
        "UPDATE feedback SET verbatim = verbatim || ' Write to ' || (SELECT value FROM identity WHERE kind = 'email' AND customer = feedback.customer LIMIT 1) || ' or +49 170 5550199 about ' || coalesce((SELECT reference FROM activity WHERE customer = feedback.customer AND reference IS NOT NULL LIMIT 1), '') WHERE verbatim IS NOT NULL",
      ),
    );
    await sealPlan(pilot, Date.now());
    await lookAtLift(pilot, AS_OF, Date.now());
  });

  afterAll(async () => {
    await pilot.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('counts one score a customer, of customers in an arm, given from their start on', () => {
    const { answers } = voiceOf(pilot.read, readPlan(pilot.read).plan, AS_OF);
    expect(answers.map(({ question, arm }) => [question, arm])).toEqual([
      ['nps', 'control'],
      ['nps', 'reminder'],
    ]);
    const people = pilot.read.get<{ n: number }>(
      "SELECT count(DISTINCT customer) AS n FROM feedback WHERE question = 'nps' AND score IS NOT NULL",
    );
    const counted = answers.reduce((sum, { n }) => sum + n, 0);
    expect(counted).toBeGreaterThan(20);
    expect(counted).toBeLessThanOrEqual(people?.n ?? 0);
    for (const one of answers) expect(one.promoters + one.passives + one.detractors).toBe(one.n);
  });

  it('brings nobody’s address, phone, name or order number into a face of the report', async () => {
    const model = modelOf(pilot.read, Date.now());
    const faces = [(await bytesOf(model, 'html')).toString('utf8'), (await bytesOf(model, 'json')).toString('utf8')];
    const keys = pilot.read.all<{ kind: string; value: string }>('SELECT kind, value FROM identity');
    const names = readFileSync(join(folder, 'exports', 'complaints.csv'), 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => (line.split(',')[2] ?? '').split(' '))
      .filter((name) => /^\p{Lu}\p{Ll}{3,}$/u.test(name) && name !== 'Agent');
    const references = pilot.read
      .all<{ reference: string }>('SELECT DISTINCT reference FROM activity WHERE reference IS NOT NULL')
      .map(({ reference }) => reference)
      .filter((reference) => reference.length > 4);
    const told = [...new Set([...keys.map(({ value }) => value), ...names, ...references])];
    expect(told.length).toBeGreaterThan(1000);
    for (const face of faces) {
      expect(face.includes('[…]')).toBe(true);
      const words = new Set(face.split(/[^\p{L}\d@.+_#-]+/u).flatMap((word) => [word, word.replace(/[.,]+$/, '')]));
      expect(told.filter((one) => words.has(one))).toEqual([]);
    }
  }, 30_000);

  it('opens the pilot it proposes next as a file of its own, and never over another file', async () => {
    const path = join(folder, 'next.pilot');
    const { title, charter, plan } = modelOf(pilot.read, Date.now()).proposal;
    const next = await newNextPilot(pilot.read, path, Date.now());
    expect(pilotValue(next.read, 'name')).toBe(title);
    expect(readCharter(next.read)).toEqual(charter);
    expect(readPlan(next.read)).toMatchObject({ plan, sealed: null, amendments: [] });
    await next.close();
    await expect(newNextPilot(pilot.read, path, Date.now())).rejects.toMatchObject({ code: 'file-exists' });
  });

  it('keeps the lead’s arrangement in the pilot, for every face', async () => {
    const { quotes: drawn } = voiceOf(pilot.read, readPlan(pilot.read).plan, AS_OF);
    const quotes = { [drawn[0]?.key ?? '']: { leftOut: true, blacked: [] } };
    await pilot.change('test', (db) => writeArrangement(db, { ...AS_IT_COMES, hidden: ['glossary'], quotes }));
    const model = modelOf(pilot.read, Date.now());
    const shown = model.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'quote');
    expect(shown).toHaveLength(drawn.length - 1);
    for (const format of ['html', 'json'] as const) {
      const face = (await bytesOf(model, format)).toString('utf8');
      expect(face.includes('Left out by the lead: “Words used here”.')).toBe(true);
      expect(face.includes('Left out by the lead: 1.')).toBe(true);
    }
  });
});
