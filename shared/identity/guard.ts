/** Words people and systems write where a key should stand. Compared in lower case. */
const PLACEHOLDERS = new Set(
  `null none nil nan n/a na #n/a n.a. undefined unknown anonymous anonym anon guest gast missing empty blank test
  deleted redacted removed not-set (not(set) (not-set) not_set - -- --- . .. ... ? ?? x xx xxx xxxx`.split(/\s+/),
);

const ALL_ONE_CHARACTER = /^(.)\1*$/;
const LETTER_A = 97;
const LETTER_Z = 122;
const ONLY_ZEROS = /^[0\s.+()-]+$/;

const NEVER_A_PERSON = `noreply no-reply no_reply no.reply donotreply do-not-reply do_not_reply nobody mailer-daemon
  postmaster bounce bounces abuse null none anonymous unknown guest undefined test`.split(/\s+/);

const ROLES = `info contact kontakt office buero hello hallo help support service kundenservice customerservice
  sales vertrieb orders order bestellung shop store admin administrator webmaster hostmaster root marketing press presse
  jobs hr billing accounting accounts buchhaltung invoice invoices rechnung team newsletter feedback privacy
  datenschutz security noc all everyone reception empfang`.split(/\s+/);

const NOT_PERSONAL = new Set([...NEVER_A_PERSON, ...ROLES]);

/** True for `null`, `anonymous`, `0000`, `n/a` and their like: no customer's key. */
export function isPlaceholder(text: string): boolean {
  const word = text.trim().toLowerCase();
  return word === '' || PLACEHOLDERS.has(word) || word === '(not set)' || ONLY_ZEROS.test(word);
}

/** True for an address that belongs to a role or a machine (`info@`, `noreply@`), not to a person. Takes a normalised address. */
export function isRoleAddress(email: string): boolean {
  const local = email.slice(0, email.lastIndexOf('@'));
  const plus = local.indexOf('+');
  const base = plus < 0 ? local : local.slice(0, plus);
  return NOT_PERSONAL.has(base) || base.startsWith('noreply') || base.startsWith('no-reply');
}

/** True for addresses made up to get past a form: `test@test.com`, `a@a.aa`, `xxx@xxx.xx`. Takes a normalised address. */
export function isMadeUpAddress(email: string): boolean {
  const at = email.lastIndexOf('@');
  const first = email.charCodeAt(0);
  if ((first < LETTER_A || first > LETTER_Z) && ONLY_ZEROS.test(email.slice(0, at))) return true;
  const dot = email.indexOf('.', at);
  if ((dot < 0 ? email.length : dot) !== 2 * at + 1) return false;
  const local = email.slice(0, at);
  if (!email.startsWith(local, at + 1)) return false;
  return local === 'test' || local === 'example' || ALL_ONE_CHARACTER.test(local);
}

/** True for phone numbers nobody has: all the same digit. Takes a number in E.164 or its digits. */
export function isMadeUpPhone(phone: string): boolean {
  return /^\+?\d{0,2}(\d)\1{6,}$/.test(phone);
}
