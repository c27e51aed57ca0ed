import { madeUpWord, type PersonName, WORDS } from './made-up-name.ts';

/** Domains that are reserved for examples (RFC 2606): no mail to them reaches anybody. */
const domains = ['example.com', 'example.org', 'example.net'] as const;

/** A person's address; different for every name. */
export function emailOf(name: PersonName, index: number): string {
  return `${name.first}.${name.last}@${domains[index % domains.length] ?? domains[0]}`.toLowerCase();
}

/** The same person's second address, as people have one for work. */
export function otherEmailOf(name: PersonName, index: number): string {
  return `${name.last}-${name.first}@${domains[(index + 1) % domains.length] ?? domains[0]}`.toLowerCase();
}

const areaCodes = (
  '201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 ' +
  '253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 ' +
  '321 323 325 330 334 336 337 339 347 351 352 360 361 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417'
).split(' ');

/** How many customers can have a number of their own. A number shared by two would join two strangers. */
export const PHONES = areaCodes.length * 100;

/** A number in the range kept for fiction (555-0100 to 555-0199), in one of the ways people write it. */
export function phoneOf(index: number): string {
  const area = areaCodes[Math.floor(index / 100)] ?? '';
  const line = `01${String(index % 100).padStart(2, '0')}`;
  return index % 3 === 0
    ? `+1 ${area} 555 ${line}`
    : index % 3 === 1
      ? `+1 (${area}) 555-${line}`
      : `+1${area}555${line}`;
}

export type Place = { readonly city: string; readonly zip: string; readonly province: string };

const provinces = ['CA', 'NY', 'TX', 'WA', 'IL', 'MA'] as const;

/** A place that does not exist: the postcodes from 00001 to 00499 are not given out. */
export function placeOf(index: number): Place {
  return {
    city: madeUpWord((index * 17 + 5) % Math.min(WORDS, 400)),
    zip: String((index % 499) + 1).padStart(5, '0'),
    province: provinces[index % provinces.length] ?? 'CA',
  };
}
