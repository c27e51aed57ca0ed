import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtLift } from '#engine/lift/look.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { importSampleFiles } from '#engine/pilot/import-sample.ts';
import { sealPlan } from '#engine/plan/plan-work.ts';
import { removeSource } from '#engine/records/remove-source.ts';
import { readSources } from '#engine/records/sources.ts';
import { modelOf, writeReport } from '#engine/report/report-file.ts';
import { verifyReport } from '#engine/report/verify-report.ts';
import { writeSample } from '#engine/sample/write-sample.ts';
import { openPilot } from '#engine/store/open.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';

const AS_OF = Date.parse('2026-10-20');
const LATER = 'The report was made at look 1; the pilot has 2 looks now.';
const noPdf = () => Promise.reject(new Error('no PDF is asked for'));

describe('verifying a report of the sample shop', () => {
  let folder: string;
  let pilot: PilotFile;
  let html: string;
  let json: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pilotlight-verify-'));
    const sample = await writeSample(
      join(folder, 'exports'),
      { customers: 2000, seed: 3, story: 'win', follow: null },
      () => undefined,
    );
    pilot = await newPilot(join(folder, 'a.pilot'), knownTemplate('abandoned-cart'), 'Carts', Date.now());
    await importSampleFiles(pilot, sample.files, { progress: () => undefined, signal: new AbortController().signal });
    await sealPlan(pilot, Date.now());
    await lookAtLift(pilot, AS_OF, Date.now());
    for (const format of ['html', 'json'] as const)
      await writeReport(pilot, join(folder, `report.${format}`), format, Date.now(), noPdf);
    html = readFileSync(join(folder, 'report.html'), 'utf8');
    json = readFileSync(join(folder, 'report.json'), 'utf8');
    // Looks taken after a report was written are none of its business.
    await lookAtLift(pilot, AS_OF + 86_400_000, Date.now() + 1000);
  });

  afterAll(async () => {
    await pilot.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const verified = (text: string) => {
    const path = join(folder, 'tampered');
    writeFileSync(path, text);
    return verifyReport(pilot.read, path);
  };
  /** Changes the first place where a text stands; a text that is not there is a mistake of the test. */
  const edited = (text: string, from: string | RegExp, to: string) => {
    const after = text.replace(from, to);
    expect(after).not.toBe(text);
    return after;
  };

  it('finds the page and the JSON the same as written', () => {
    expect(verified(html)).toEqual({ same: true, differences: [], notes: [LATER] });
    expect(verified(json)).toEqual({ same: true, differences: [], notes: [LATER] });
  });

  it('finds a report dressed for another reader the same, down to how its figures are written', async () => {
    const options = { company: 'Shop & Sons', accent: '#0b5cad', paper: 'letter', locale: 'de-DE' } as const;
    const path = join(folder, 'dressed.html');
    await writeReport(pilot, path, 'html', Date.now() + 2000, noPdf, options);
    const dressed = readFileSync(path, 'utf8');
    expect(dressed).toContain('<span>Shop &amp; Sons</span>');
    expect(dressed).toContain('@page{size:Letter');
    expect(dressed).toContain('--treatment:#0b5cad');
    const { lift } = modelOf(pilot.read, Date.now(), options).evidence;
    expect(lift.metrics[0]?.sentence).toMatch(/\d,\d/);
    expect(verified(dressed)).toEqual({ same: true, differences: [], notes: [] });
    expect(verified(edited(dressed, 'Shop &amp; Sons', 'Other &amp; Sons')).same).toBe(false);
  });

  it('names a figure that was edited in the text of the page', () => {
    const [, value = '', text = ''] = /<data value="(\d+)">([^<]+)<\/data>/.exec(html) ?? [];
    const { same, differences } = verified(
      edited(html, `<data value="${value}">${text}</data>`, `<data value="${value}">9,999</data>`),
    );
    expect(same).toBe(false);
    expect(differences).toEqual([{ where: expect.stringContaining(' › '), reported: '9,999', recomputed: text }]);
  });

  it('names the headline, a word, a drawing, a hidden element and a style that were edited', () => {
    const headline = /<h1 id="answer">([^<]*)<\/h1>/.exec(html)?.[1] ?? '';
    expect(verified(edited(html, `>${headline}<`, '>Yes. It doubled.<')).differences).toHaveLength(1);
    expect(verified(edited(html, 'class="caveat"', 'class="caveat" hidden')).differences).toHaveLength(1);
    expect(verified(edited(html, /<path d="M/, '<path d="M1 ')).differences).toHaveLength(1);
    expect(verified(edited(html, '</main>', '<p>And more.</p></main>')).differences.length).toBeGreaterThan(0);
    expect(verified(edited(html, '</style>', '.caveat{display:none}</style>')).differences).toMatchObject([
      { where: 'style' },
    ]);
  });

  it('names a figure that was edited in what the page carries to be checked by', () => {
    const { differences } = verified(edited(html, /(&quot;x&quot;:)\d+/, '$11'));
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({
      reported: '1',
      where: expect.stringMatching(/metrics › “.*” › arms .* x$/),
    });
  });

  it('names a figure that was edited in the JSON, and one that was added', () => {
    expect(verified(edited(json, /"n": \d+/, '"n": 7')).differences).toMatchObject([{ reported: '7' }]);
    expect(verified(edited(json, '{', '{"extra": 1,')).differences).toMatchObject([
      { where: 'extra', reported: '1', recomputed: null },
    ]);
  });

  it('notices a look that was never taken', () => {
    const { differences } = verified(json.replaceAll('2026-10-20T00:00:00.000Z', '2026-09-20T00:00:00.000Z'));
    expect(differences[0]).toMatchObject({ where: 'log of looks', recomputed: null });
  });

  it('holds a report made before new data against the look as it was logged, and says what happened', async () => {
    const more = join(folder, 'later.pilot');
    await pilot.checkpoint();
    copyFileSync(pilot.path, more);
    const later = await openPilot(more);
    await removeSource(later, readSources(later.read).at(-1)?.source ?? '');
    const check = (text: string) => {
      writeFileSync(join(folder, 'tampered'), text);
      return verifyReport(later.read, join(folder, 'tampered'));
    };
    const { same, differences, notes } = check(html);
    expect([same, differences.map(({ where }) => where)]).toEqual([false, ['data fingerprint']]);
    expect(notes).toContainEqual(expect.stringContaining('The data of the pilot are not those'));
    expect(check(edited(html, /(&quot;x&quot;:)\d+/, '$11')).differences).toMatchObject([
      { where: 'data fingerprint' },
      { reported: '1' },
    ]);
    await later.close();
  });

  it.each(['', '{}', '<html></html>', '{"format":', '<meta name="pilotlight-evidence" content="x">'])(
    'says that %j is no report',
    (text) => expect(() => verified(text)).toThrow('carries nothing that could be recomputed'),
  );
});
