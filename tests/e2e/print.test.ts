import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAtLift } from '#engine/lift/look.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { importSampleFiles } from '#engine/pilot/import-sample.ts';
import { sealPlan } from '#engine/plan/plan-work.ts';
import { html, modelOf } from '#engine/report/report-file.ts';
import { writeSample } from '#engine/sample/write-sample.ts';
import { reportHtml } from '#shared/report/report-html.ts';
import { reportModel } from '#shared/report/report-model.ts';
import { PLAIN_APPEARANCE } from '#shared/report/report-options.ts';
import { printPdf } from '../../electron/cli/pdf.ts';
import { ensureProgram } from '../../electron/runtime/debian.mjs';
import { contactsIn } from '../fixtures/report/contacts.ts';
import { win } from '../unit/report/stories.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-print-test-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const page = `<!doctype html><html lang="en"><head><title>Carts, May</title></head>
<body><h1>It worked</h1><h2>By how much</h2><p>More orders.</p>
<script>document.title = 'a script ran'</script></body></html>`;

test('a page becomes an A4 PDF with its title, tags and outline, and no script of it runs', async () => {
  const out = join(folder, 'report.pdf');
  await printPdf(page, out);
  const pdf = readFileSync(out, 'latin1');
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/);
  expect(pdf).toContain('(Carts, May)');
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toContain('/Outlines');
  expect(pdf).toContain('/Lang (en)');
  expect(readdirSync(folder)).toEqual(['report.pdf']);
});

test('a report prints on the paper it names', async () => {
  const out = join(folder, 'letter.pdf');
  const appearance = { ...PLAIN_APPEARANCE, paper: 'letter' } as const;
  await printPdf(reportHtml(reportModel({ ...win, appearance }), { theme: 'light', fontBase64: null }), out);
  const pdf = readFileSync(out, 'latin1');
  expect(pdf).toMatch(/\/MediaBox \[0 0 612 792\]/);
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(5);
  rmSync(out);
});

test('print is real text and holds no e-mail address, name or phone number of anybody in the data', async () => {
  expect(ensureProgram('pdftotext', 'poppler-utils')).toBe(true);
  const options = { customers: 600, seed: 5, story: 'win', follow: null } as const;
  const sample = await writeSample(join(folder, 'exports'), options, () => undefined);
  const pilot = await newPilot(join(folder, 'a.pilot'), knownTemplate('abandoned-cart'), 'Carts', Date.now());
  await importSampleFiles(pilot, sample.files, { progress: () => undefined, signal: new AbortController().signal });
  await sealPlan(pilot, Date.now());
  await lookAtLift(pilot, Date.parse('2026-10-20'), Date.now());
  const model = modelOf(pilot.read, Date.now());
  await pilot.close();
  const out = join(folder, 'shop.pdf');
  await printPdf(html(model, 'light'), out);
  const text = spawnSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).stdout;
  const plain = (words: string) => words.replace(/\s+/g, ' ');
  expect(plain(text)).toContain(plain(model.pageOne.answer));
  const contacts = [...new Set(sample.files.filter((file) => file.endsWith('.csv')).flatMap(contactsIn))];
  expect(contacts.length).toBeGreaterThan(1000);
  expect(contacts.filter((contact) => text.includes(contact))).toEqual([]);
});

test('where the PDF cannot be written, one sentence says so and nothing is left', async () => {
  const out = join(folder, 'nowhere/report.pdf');
  await expect(printPdf(page, out)).rejects.toMatchObject({
    code: 'not-printed',
    sentence: expect.stringMatching(/nowhere\/report\.pdf could not be written: there is no such/),
  });
  expect(existsSync(out)).toBe(false);
});
