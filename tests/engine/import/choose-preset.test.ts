import { beforeEach, expect, it } from 'vitest';
import { considerExport, guessExport, importExport } from '#engine/import/index.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const NPS = 'Email,Score,Comment,Answered At\na@x.org,9,quick,01/03/2026 10:15\nb@x.org,3,late,02/03/2026 11:15\n';

it('each preset says what it would recognise in a file, or which columns it lacks', async () => {
  const presets = await considerExport(desk.put('nps.csv', NPS));
  expect(presets[0]).toMatchObject({ id: 'nps', missing: [], mapping: { kind: 'feedback' } });
  const rest = presets.slice(1);
  expect(rest.every(({ mapping }) => mapping === null)).toBe(true);
  expect(rest.find(({ id }) => id === 'shopify-orders')?.missing).toContain('Lineitem name');
  expect(rest.find(({ id }) => id === 'shopify-orders')?.missing).not.toContain('Email');
});

it('a file taken for none of the presets is guessed, and stays so when it is imported with that mapping', async () => {
  const path = desk.put('nps.csv', NPS);
  const guess = await guessExport(path, desk.pilot.read, null, 'none');
  expect(guess).toMatchObject({ preset: null, remembered: false });
  await importExport(desk.pilot, path, { mapping: guess.mapping, preset: 'none', as: null });
  expect(desk.all('SELECT preset FROM source')).toEqual([{ preset: null }]);
});

it('asks which day comes first and which zone times are in, until somebody says so', async () => {
  const path = desk.put('nps.csv', NPS);
  const asked = await guessExport(path, desk.pilot.read);
  expect(asked.questions).toMatchObject([
    { ask: 'date-order', column: 'Answered At', cell: '01/03/2026 10:15' },
    { ask: 'time-zone', column: 'Answered At', zones: [] },
  ]);
  for (const { sentence } of asked.questions) expect(asked.warnings).toContain(sentence);
  const said = { kind: 'activities', columns: {}, format: { dateOrder: 'dmy', timeZone: 'Europe/Berlin' } } as const;
  const answered = await guessExport(path, desk.pilot.read, { ...said });
  expect(answered.questions).toEqual([]);
  await importExport(desk.pilot, path, { mapping: answered.mapping, preset: null, as: null });
  const other = await guessExport(desk.put('more.csv', `id,${NPS.replace(/\n(?=.)/g, '\n1,')}`), desk.pilot.read);
  expect(other.questions).toContainEqual(expect.objectContaining({ ask: 'time-zone', zones: ['Europe/Berlin'] }));
});

it('asks which end of a date of two-digit years is the year, and keeps such rows out until somebody says so', async () => {
  const path = desk.put('orders.csv', 'id,email,when,total\n1,a@x.org,26-03-01,5\n2,b@x.org,26-03-02,6\n');
  const asked = await guessExport(path, desk.pilot.read);
  expect(asked.questions).toMatchObject([{ ask: 'date-order', cell: '26-03-01', orders: ['dmy', 'ymd'] }]);
  expect(asked.warnings.join(' ')).toContain('say whether the day or the year comes first');
  expect(await desk.importFile(path)).toMatchObject({ kept: 0, reasons: { 'ambiguous-date: when': 2 } });
  const said = { ...asked.mapping, format: { ...asked.mapping.format, dateOrder: 'ymd' as const } };
  expect(await desk.importFile(path, said)).toMatchObject({ kept: 2 });
  expect(desk.all('SELECT at FROM activity')).toEqual([{ at: Date.UTC(2026, 2, 1) }, { at: Date.UTC(2026, 2, 2) }]);
});

it('says so where the order of such dates is told by how its values lie', async () => {
  const rows = ['26-03-01', '26-03-13', '26-04-02'].map((date, i) => `${i},p${i}@x.org,${date},5\n`);
  const { warnings, questions, mapping } = await desk.guess('orders.csv', `id,email,when,total\n${rows.join('')}`);
  expect(questions).toEqual([]);
  expect(mapping.format?.dateOrder).toBe('ymd');
  expect(warnings.join(' ')).toContain('"26-03-01" is read with the year first');
});

it('asks whether 1.234 is thousands where no number of the file tells', async () => {
  const path = desk.put('orders.csv', 'id,email,when,total\n1,a@x.org,2026-03-01,1.234\n2,b@x.org,2026-03-02,2.345\n');
  const asked = await guessExport(path, desk.pilot.read);
  expect(asked.questions).toMatchObject([{ ask: 'decimal', column: 'total', cell: '1.234' }]);
  for (const { sentence } of asked.questions) expect(asked.warnings).toContain(sentence);
  const answered = await guessExport(path, desk.pilot.read, {
    kind: 'activities',
    columns: {},
    format: { decimal: ',' },
  });
  expect(answered.questions).toEqual([]);
  await desk.importFile(path, answered.mapping);
  expect(desk.all('SELECT amount FROM activity')).toEqual([{ amount: 1234 }, { amount: 2345 }]);
});

it("next week's file says which import it follows; one taken out is not followed", async () => {
  const path = desk.put('nps.csv', NPS);
  await desk.importFile(path);
  const next = await desk.guess('nps-2.csv', NPS.replaceAll('2026', '2027'));
  expect(next.since).toMatchObject({ source: 's1', file: 'nps.csv', rowsRead: 2, changes: [] });
  expect((await guessExport(path, desk.pilot.read, null, 'nps')).since).toBeNull();
});
