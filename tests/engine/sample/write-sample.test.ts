import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SampleRequest, writeSample } from '#engine/sample/write-sample.ts';
import { shoppers } from '#shared/template/sample/shop.ts';
import { plantedTruth } from '#shared/template/sample/truth.ts';

const request: SampleRequest = { customers: 400, seed: 2, story: 'win', follow: null };
const unheard = () => undefined;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilotlight-sample-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const read = (...path: string[]) => readFile(join(folder, ...path), 'utf8');

test('writes five exports to import and the truth beside them', async () => {
  const { files, truth } = await writeSample(join(folder, 'new', 'shop'), request, unheard);
  expect(files.map((file) => file.split('/').at(-1))).toEqual([
    'orders.csv',
    'checkouts.csv',
    'email-sends.csv',
    'nps.csv',
    'complaints.csv',
  ]);
  expect(JSON.parse(await read('new', 'shop', 'truth.json'))).toEqual(truth);
  expect(truth).toEqual(plantedTruth('win'));
});

test('has as many customers as the story needs unless told otherwise', async () => {
  const told: number[] = [];
  await writeSample(folder, { ...request, customers: null, story: 'small' }, unheard);
  expect((await read('email-sends.csv')).split('\n').length).toBeLessThan(260);
  await writeSample(folder, { ...request, customers: 2500 }, (done) => told.push(done));
  expect(told).toEqual([1000, 2000]);
});

test.each([0, -1, 1.5, 1_000_001, Number.NaN])('refuses %s customers', async (customers) => {
  await expect(writeSample(folder, { ...request, customers }, unheard)).rejects.toMatchObject({
    code: 'sample-customers',
    sentence: expect.stringContaining('from 1 to 1,000,000'),
  });
  expect(await readdir(folder)).toEqual([]);
});

test.skipIf(process.platform !== 'linux')(
  'refuses a folder that can never be made, instead of trying for ever',
  async () => {
    for (const never of ['/proc/pilotlight/sample', '/proc/pilotlight', join(folder, 'file', 'inside')]) {
      await writeFile(join(folder, 'file'), 'a file');
      await expect(writeSample(never, request, unheard)).rejects.toMatchObject({
        code: 'folder',
        sentence: `The folder ${never} cannot be made; choose another one.`,
      });
    }
  },
);

describe('in a folder with files', () => {
  test('replaces what an earlier sample wrote', async () => {
    await writeSample(folder, request, unheard);
    const before = await read('orders.csv');
    await writeSample(folder, { ...request, seed: 3 }, unheard);
    expect(await read('orders.csv')).not.toBe(before);
  });

  test('leaves somebody else’s orders alone and names them', async () => {
    await writeFile(join(folder, 'orders.csv'), 'ours\n');
    await expect(writeSample(folder, request, unheard)).rejects.toMatchObject({
      code: 'file-exists',
      sentence: expect.stringContaining(join(folder, 'orders.csv')),
    });
    expect(await readdir(folder)).toEqual(['orders.csv']);
    expect(await read('orders.csv')).toBe('ours\n');
  });

  test('leaves a sample’s file alone that was changed since', async () => {
    await writeSample(folder, request, unheard);
    await appendFile(join(folder, 'nps.csv'), 'my own row\n');
    await expect(writeSample(folder, request, unheard)).rejects.toMatchObject({ code: 'file-exists' });
    expect(await read('nps.csv')).toContain('my own row');
  });

  test('stopped half-way, leaves everything as it was', async () => {
    await writeSample(folder, request, unheard);
    const [names, orders] = [await readdir(folder), await read('orders.csv')];
    const stop = () => {
      throw new Error('stopped');
    };
    await expect(writeSample(folder, { ...request, customers: 3000 }, stop)).rejects.toThrow('stopped');
    expect(await readdir(folder)).toEqual(names);
    expect(await read('orders.csv')).toBe(orders);
  });
});

describe('after the lists of a pilot assigned here', () => {
  const people = [...shoppers({ customers: 400, seed: 2, story: 'win' })].filter((shopper) => shopper.outcome !== null);
  const chosen = (arm: 0 | 1) => people.filter((_, i) => i % 2 === arm).map(({ person }) => person);

  async function writeLists(controlNumber: (shopNumber: number) => number): Promise<string> {
    const lists = join(folder, 'lists');
    await mkdir(lists);
    const contact = chosen(1).map(
      (p) => `${controlNumber(p.number)},${p.email},,"https://x.example/a,b",email,"Hello, you"`,
    );
    await writeFile(
      join(lists, 'contact-reminder.csv'),
      `customer_number,email,phone,link,channel,message\n${contact.join('\n')}\n`,
    );
    const control = chosen(0).map((p) => controlNumber(p.number));
    await writeFile(join(lists, 'do-not-contact-control.csv'), `customer_number\n${control.join('\n')}\n`);
    return lists;
  }

  async function groupsOf(group: string): Promise<Set<string>> {
    const rows = (await read('after', 'email-sends.csv')).split('\n').map((line) => line.split(','));
    return new Set(rows.filter((row) => row[3] === group && row[1] !== '').map((row) => row[1] ?? ''));
  }

  const numbersOf = (arm: 0 | 1) => new Set(chosen(arm).map((person) => String(person.number)));

  test('logs each listed customer in the listed arm, with orders, answers and the truth', async () => {
    const follow = await writeLists((number) => number);
    const { files } = await writeSample(join(folder, 'after'), { ...request, follow }, unheard);
    expect(files.map((file) => file.split('/').at(-1))).toEqual(['orders.csv', 'email-sends.csv', 'nps.csv']);
    expect(await groupsOf('Reminder')).toEqual(numbersOf(1));
    expect(await groupsOf('Holdout')).toEqual(numbersOf(0));
  });

  test('finds the customers when the lists carry Pilotlight’s own numbers', async () => {
    const follow = await writeLists((number) => number % 1_000_000);
    await writeSample(join(folder, 'after'), { ...request, follow }, unheard);
    expect(await groupsOf('Reminder')).toEqual(numbersOf(1));
    expect(await groupsOf('Holdout')).toEqual(new Set([...numbersOf(0)]));
  });

  test('says so when a folder holds no lists, or lists of other people', async () => {
    const none = writeSample(join(folder, 'after'), { ...request, follow: folder }, unheard);
    await expect(none).rejects.toMatchObject({ code: 'lists-missing' });
    await writeFile(join(folder, 'contact-a.csv'), 'customer_number,email\n7,someone@else.test\n');
    await writeFile(join(folder, 'do-not-contact-control.csv'), 'customer_number\n8\n');
    const foreign = writeSample(join(folder, 'after'), { ...request, follow: folder }, unheard);
    await expect(foreign).rejects.toMatchObject({ code: 'lists-foreign' });
  });
});
