import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportHtml } from '#shared/report/report-html.ts';
import { reportModel } from '#shared/report/report-model.ts';
import { PLAIN_APPEARANCE } from '#shared/report/report-options.ts';
import { printPdf } from '../../electron/cli/pdf.ts';
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

test('where the PDF cannot be written, one sentence says so and nothing is left', async () => {
  const out = join(folder, 'nowhere/report.pdf');
  await expect(printPdf(page, out)).rejects.toMatchObject({
    code: 'not-printed',
    sentence: expect.stringMatching(/nowhere\/report\.pdf could not be written: there is no such/),
  });
  expect(existsSync(out)).toBe(false);
});
