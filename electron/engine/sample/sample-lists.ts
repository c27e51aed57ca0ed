import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inferSchema, initParser } from 'udsv';
import { PilotError } from '#shared/api/error.ts';
import { isShopNumber } from '#shared/template/sample/person.ts';
import type { ListedArm } from '#shared/template/sample/shop.ts';
import type { SampleArm } from '#shared/template/sample/story.ts';

/** What the lists of `assign` say, by the two keys they carry. */
type Listed = { readonly byNumber: Map<string, SampleArm>; readonly byEmail: Map<string, SampleArm> };

/**
 * Reads the lists that `assign --out` wrote and finds the sample's customers in them: by customer number, a contacted
 * one also by e-mail. Pilotlight's own numbers mean nothing to the shop; where a do-not-contact list holds such, every
 * pilot customer who is in no list counts as control.
 *
 * @throws PilotError when the folder holds no such lists, or nobody in them belongs to a shop of this size
 */
export async function readLists(folder: string, customers: number): Promise<ListedArm> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new PilotError(
      'lists-unreadable',
      `The folder ${folder} cannot be read; name the one assign wrote to.`,
      String(cause),
    );
  });
  const contact = names.filter((name) => /^contact-.+\.csv$/.test(name));
  const hold = names.filter((name) => /^do-not-contact-.+\.csv$/.test(name));
  if (contact.length === 0 || hold.length === 0) {
    throw new PilotError(
      'lists-missing',
      `${folder} holds no contact-….csv with a do-not-contact-….csv beside it; name the folder that assign --out wrote to.`,
    );
  }
  const listed: Listed = { byNumber: new Map(), byEmail: new Map() };
  for (const name of contact) await readList(join(folder, name), 'treatment', listed);
  for (const name of hold) await readList(join(folder, name), 'control', listed);

  const foreignControl = [...listed.byNumber].some(
    ([number, arm]) => arm === 'control' && !isShopNumber(number, customers),
  );
  const known =
    [...listed.byNumber.keys()].some((number) => isShopNumber(number, customers)) ||
    [...listed.byEmail.keys()].some((email) => /@example\.(com|org|net)$/.test(email));
  if (!known) {
    throw new PilotError(
      'lists-foreign',
      `Nobody in the lists of ${folder} is a customer of this sample; use the --customers and --seed the sample was written with.`,
    );
  }
  return (person, before) =>
    listed.byNumber.get(String(person.number)) ??
    listed.byEmail.get(person.email) ??
    listed.byEmail.get(person.otherEmail) ??
    (foreignControl && before.standing === 'pilot' ? 'control' : null);
}

async function readList(path: string, arm: SampleArm, listed: Listed): Promise<void> {
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  const header = (text.split(/\r?\n/, 1)[0] ?? '').split(',').map((cell) => cell.replaceAll('"', '').trim());
  const number = header.indexOf('customer_number');
  const email = header.indexOf('email');
  if (number < 0) {
    throw new PilotError(
      'lists-column',
      `${basename(path)} has no column customer_number; take the list as assign wrote it.`,
    );
  }
  const rows = initParser(inferSchema(text, { col: ',', trim: true })).stringArrs(text);
  for (const row of rows) {
    const itsNumber: string = row[number] ?? '';
    const itsEmail: string = row[email] ?? '';
    if (itsNumber !== '') listed.byNumber.set(itsNumber, arm);
    if (itsEmail !== '') listed.byEmail.set(itsEmail.toLowerCase(), arm);
  }
}
