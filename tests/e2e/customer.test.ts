import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shopifyOrdersFile } from '../fixtures/exports/shopify-orders.ts';
import { type LaunchedApp, launchApp } from './app.ts';

let folder: string;
let launched: LaunchedApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-customer-'));
  launched = await launchApp();
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The first row of an order as Shopify exports it, and the row of its second item. */
const order = (name: string, email: string, phone: string, at: string, total: string) => ({
  Name: name,
  Email: email,
  'Financial Status': 'paid',
  'Paid at': `${at} +0100`,
  Currency: 'EUR',
  Subtotal: total,
  Total: total,
  'Created at': `${at} +0100`,
  'Lineitem quantity': '1',
  'Lineitem name': 'Tea',
  'Lineitem price': total,
  'Billing Country': 'DE',
  'Refunded Amount': '0.00',
  Phone: `'${phone}`,
});
const item = ({ Name, Email, ...of }: ReturnType<typeof order>) => ({
  Name,
  Email,
  'Created at': of['Created at'],
  'Lineitem quantity': '2',
  'Lineitem name': 'Cup',
});
const ANAS_FIRST = order('#1001', 'ana@mail.example', '+49 30 901820', '2026-03-01 10:00:00', '49.90');
const WEEK_1 = [
  ANAS_FIRST,
  item(ANAS_FIRST),
  order('#1002', 'ben@mail.example', '+49 170 1234567', '2026-03-02 11:00:00', '20.00'),
  order('#1003', 'ana@mail.example', '+49 170 1234567', '2026-03-03 12:00:00', '15.50'),
];
const NPS =
  'email,answered_at,score,comment\nana@mail.example,2026-03-05,9,quick and friendly\nben@mail.example,2026-03-05,3,came late\n';
const TICKETS =
  'caller_phone,opened_at,description\n+49 30 901820,2026-03-06,Where is my parcel?\n+49 170 1234567,2026-03-06,The box was broken\n';

/** Chooses exports in the system's dialog, which is stubbed, and imports each as suggested. */
async function importFiles(files: Readonly<Record<string, string>>): Promise<void> {
  const { app, page } = launched;
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, paths);
  await page
    .getByRole('button', { name: /Choose files/ })
    .first()
    .click();
  for (const name of Object.keys(files)) {
    const heading = page.getByRole('heading', { level: 1, name: new RegExp(name) });
    await heading.waitFor();
    await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
    await heading.waitFor({ state: 'detached' });
  }
}

/** The figures of the screen, without the thin spaces between them. */
async function screen(): Promise<string> {
  return (await launched.page.getByRole('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
}

test('an analyst finds one person in three silos, cuts a wrong join, and it stays cut next week', async () => {
  const { app, page, complaints } = launched;
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    join(folder, 'shop.pilot'),
  );
  await page.getByRole('button', { name: /^Abandoned cart/ }).click();
  await page.getByLabel('Name of the pilot').fill('One customer');
  await page.getByRole('button', { name: /Choose where it lies/ }).click();
  await page.getByText('shop.pilot', { exact: true }).waitFor();
  await page.keyboard.press('Control+2');
  await importFiles({ 'orders.csv': shopifyOrdersFile(WEEK_1), 'nps.csv': NPS, 'tickets.csv': TICKETS });
  await page.getByRole('heading', { level: 1, name: /3 sources tell of 1 customer/ }).waitFor();

  await page.getByRole('combobox', { name: 'Find a customer' }).fill('+49 30 901820');
  await page.getByRole('option', { name: /\+4930901820/ }).click();
  await page.getByRole('heading', { level: 1, name: /mail\.example/ }).waitFor();
  await page.getByText('quick and friendly').waitFor();
  for (const words of ['Where is my parcel?', '#1001', 'came late', 'The box was broken']) {
    expect(await screen()).toContain(words);
  }
  await page.getByText(/ana@mail\.example and \+491701234567 stand together in orders\.csv row 5\./).waitFor();

  await page.getByRole('button', { name: 'Cut ana@mail.example from +491701234567' }).click();
  await page.getByText(/They are two people now/).waitFor();
  await page.getByText('The box was broken').waitFor({ state: 'detached' });
  const ana = await screen();
  expect(ana).toContain('Where is my parcel?');
  expect(ana).toContain('#1003');
  expect(ana).not.toContain('came late');
  await page.getByRole('button', { name: 'Orders 2' }).click();
  await page.getByText('Where is my parcel?').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: /All data/ }).click();
  const week2 = [
    order('#1003', 'ana@mail.example', '+49 170 1234567', '2026-03-03 12:00:00', '17.50'),
    order('#1004', 'ana@mail.example', '+49 170 1234567', '2026-03-09 09:00:00', '80.00'),
    order('#1005', 'ben@mail.example', '+49 170 1234567', '2026-03-09 09:30:00', '33.00'),
  ];
  await importFiles({ 'orders-next-week.csv': shopifyOrdersFile(week2) });
  await page.getByRole('heading', { level: 1, name: /4 sources tell of 2 customers/ }).waitFor();

  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('searchbox')
    .or(page.getByPlaceholder(/find a customer/))
    .first()
    .fill('Ben@mail.example');
  await page.getByRole('button', { name: /^ben@mail\.example/ }).click();
  await page.getByRole('heading', { level: 1, name: 'ben@mail.example' }).waitFor();
  await page.getByText('#1005').waitFor();
  const ben = await screen();
  for (const words of ['#1002', 'came late', 'The box was broken']) expect(ben).toContain(words);
  for (const words of ['#1004', 'Where is my parcel?']) expect(ben).not.toContain(words);
  await page.getByText(/were cut by hand and stay apart/).waitFor();

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByText('Strict', { exact: true }).click();
  await page.getByText(/2 people would come apart\. 2 customers would be 4\./).waitFor();
  await page.getByRole('button', { name: 'Join all anew' }).click();
  await page.getByRole('heading', { level: 1, name: /4 sources tell of 4 customers/ }).waitFor();
  expect(complaints).toEqual([]);
});
