import type { ColumnProfile } from './column-profile.ts';
import { normalisedHeader } from './layout.ts';
import type { ColumnTarget, Mapping, MappingKind, RowActivity } from './mapping.ts';
import { type ColumnIdea, ideaOf } from './suggest-column.ts';

/** Why a column was given its meaning, and what speaks against it. */
export type Reasoned = { readonly target: ColumnTarget; readonly because: string; readonly doubt: string | null };

/** A mapping nobody has looked at yet. `doubts` are about the file as a whole. */
export type Suggestion = {
  readonly mapping: Mapping;
  readonly columns: ReadonlyMap<string, Reasoned>;
  readonly doubts: readonly string[];
};

type Idea = { readonly profile: ColumnProfile; readonly idea: ColumnIdea };

/** The best guess for a layout nobody knows, from what each column is called and what stands in it; `told` is what its rows are known to be. */
export function suggestMapping(profiles: readonly ColumnProfile[], told: MappingKind | null = null): Suggestion {
  const ideas = profiles.map((profile) => ({ profile, idea: ideaOf(profile) }));
  const kind = told ?? kindOf(ideas);
  const at = best(ideas, 'date');
  const amount = best(ideas, 'amount');
  const factNames = uniqueNames(profiles.map(({ name }) => name));
  const quantity = kind === 'activities' && isPriceOfOne(ideas, amount) ? quantityOf(ideas) : null;
  const columns = new Map<string, Reasoned>();
  const taken = new Set<string>();
  for (const { profile, idea } of ideas) {
    const reasoned = settle(profile, idea, kind, at, amount, taken, factNames.get(profile.name)!);
    columns.set(profile.name, profile === quantity ? { ...reasoned, target: { to: 'quantity' } } : reasoned);
  }
  const doubts: string[] = [];
  const mapping: Mapping = {
    kind,
    columns: Object.fromEntries([...columns].map(([name, { target }]) => [name, target])),
  };
  if (!ideas.some(({ idea }) => idea.is === 'key')) {
    mapping.identity = 'row';
    doubts.push('No column names a customer, so each row is taken for a customer of its own. If one does, map it.');
  }
  if (kind === 'activities' && !hasTarget(columns, 'activity')) {
    mapping.activity = activityFrom(profiles);
    if (mapping.activity === 'activity')
      doubts.push('Nothing says what happened in these rows; they are called "activity". Give them a better name.');
    if (quantity !== null) mapping.activities = boughtAndReturned(mapping.activity, quantity.name);
    if (quantity !== null && quantity.smallest < 0) {
      doubts.push(`Rows with less than 0 in "${quantity.name}" are taken for returns; their amounts are below 0.`);
    }
  }
  if (kind === 'feedback') mapping.feedback = feedbackFrom(ideas);
  const key = rowKeyFrom(ideas, columns);
  if (key !== null) mapping.rowKey = [key];
  return { mapping, columns, doubts };
}

function feedbackFrom(ideas: readonly Idea[]): string {
  if (ideas.some(({ idea }) => idea.is === 'score' && idea.question === 'nps')) return 'nps';
  const said = ideas.filter(({ idea }) => idea.is === 'score' || idea.is === 'verbatim');
  return said.some(({ profile }) => /(?:^|[^a-z])reviews?(?:[^a-z]|$)/i.test(profile.name)) ? 'review' : 'survey';
}

/** Whether the amount is what one piece costs. */
function isPriceOfOne(ideas: readonly Idea[], amount: string | null): boolean {
  return ideas.some(({ profile, idea }) => profile.name === amount && idea.is === 'amount' && idea.of === 'one');
}

function quantityOf(ideas: readonly Idea[]): ColumnProfile | null {
  return ideas.find(({ idea }) => idea.is === 'quantity')?.profile ?? null;
}

function boughtAndReturned(activity: string, quantity: string): RowActivity[] {
  return [
    { activity, when: { column: quantity, above: 0 } },
    { activity: 'return', when: { column: quantity, below: 0 } },
  ];
}

function kindOf(ideas: readonly Idea[]): MappingKind {
  const is = (kind: ColumnIdea['is']) => ideas.some(({ idea }) => idea.is === kind);
  const oneEach = ideas.some(({ profile, idea }) => idea.is === 'key' && profile.allDifferent);
  if (is('score') || (is('verbatim') && !is('amount'))) return 'feedback';
  if (is('date') && (is('activity') || is('amount') || is('reference'))) return 'activities';
  if (is('date') && !oneEach && is('key') && !is('arm')) return 'activities';
  return 'traits';
}

function best(ideas: readonly Idea[], kind: 'date' | 'amount'): string | null {
  let found: string | null = null;
  let rank = -1;
  for (const { profile, idea } of ideas) {
    if (idea.is !== kind || idea.rank <= rank) continue;
    found = profile.name;
    rank = idea.rank;
  }
  return found;
}

function settle(
  profile: ColumnProfile,
  idea: ColumnIdea,
  kind: MappingKind,
  at: string | null,
  amount: string | null,
  taken: Set<string>,
  factName: string,
): Reasoned {
  const { name } = profile;
  const { because } = idea;
  const fact = (type: 'number' | 'text' | 'boolean' | 'date', doubt: string | null): Reasoned => ({
    target: kind === 'traits' ? { to: 'trait', name: factName, type } : { to: 'property', name: factName },
    because,
    doubt,
  });
  const once = (target: ColumnTarget): Reasoned => {
    if (taken.has(target.to)) return fact('text', `Another column already is the ${target.to}.`);
    taken.add(target.to);
    return { target, because, doubt: null };
  };
  switch (idea.is) {
    case 'key':
      return { target: { to: 'identity', key: idea.key }, because, doubt: null };
    case 'date':
      return name === at && kind !== 'traits'
        ? { target: { to: 'at' }, because, doubt: idea.doubt }
        : fact(
            idea.doubt === null ? 'date' : 'text',
            idea.doubt === null ? null : 'Not every cell is a date, so it is kept as text.',
          );
    case 'amount':
      if (kind !== 'activities') return fact(profile.numbers === profile.filled ? 'number' : 'text', null);
      return name === amount
        ? { target: { to: 'amount' }, because, doubt: null }
        : fact('number', 'It could be the amount as well.');
    case 'quantity':
      return fact('number', null);
    case 'currency':
      return kind === 'activities' ? once({ to: 'currency' }) : fact('text', null);
    case 'reference':
      return kind === 'traits' ? fact('text', null) : once({ to: 'reference' });
    case 'activity':
      return kind === 'activities' ? once({ to: 'activity' }) : fact('text', null);
    case 'arm':
      return once({ to: 'arm' });
    case 'score':
      return {
        target: { to: 'score', question: scoreQuestion(idea.question, factName, taken), scale: [...idea.scale] },
        because,
        doubt: idea.doubt,
      };
    case 'verbatim':
      return kind === 'feedback' ? { target: { to: 'verbatim' }, because, doubt: null } : fact('text', null);
    case 'channel':
      return kind === 'feedback' ? once({ to: 'channel' }) : fact('text', null);
    case 'fact':
      return fact(idea.type, idea.doubt);
    case 'nothing':
      return { target: { to: 'ignore' }, because, doubt: null };
  }
}

/** The first score of a table keeps the well-known name of its question; further ones go by their columns. */
function scoreQuestion(question: string, factName: string, taken: Set<string>): string {
  if (taken.has(`score ${question}`)) return factName;
  taken.add(`score ${question}`);
  return question;
}

/** Names for facts by their columns: "Total (EUR)" and "total eur" must not become one. */
function uniqueNames(columns: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    columns.map((column) => {
      const plain = traitName(column);
      let name = plain;
      for (let n = 2; taken.has(name); n++) name = `${plain}_${n}`;
      taken.add(name);
      return [column, name];
    }),
  );
}

const LONGEST_NAME = 100;

/** A header as a name that is easy to write in a plan. */
function traitName(header: string): string {
  const name = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '_')
    .slice(0, LONGEST_NAME);
  return name.replace(/^_(?!_)|(?<!_)_$/g, '') || header.slice(0, LONGEST_NAME);
}

function hasTarget(columns: ReadonlyMap<string, Reasoned>, to: ColumnTarget['to']): boolean {
  return [...columns.values()].some(({ target }) => target.to === to);
}

/** `order_id` says that rows are orders. */
function activityFrom(profiles: readonly ColumnProfile[]): string {
  const headers = profiles
    .map(({ name }) => normalisedHeader(name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')))
    .join(' | ');
  const words = [
    ['order', /\b(?:order|invoice|purchase|bestell|transaction)/],
    ['cart', /\b(?:cart|checkout|basket)/],
    ['refund', /\brefund/],
    ['visit', /\b(?:visit|session|page)/],
    ['email_sent', /\b(?:campaign|sent)/],
    ['ticket', /\bticket/],
    ['payment', /\bpayment/],
  ] as const;
  return words.find(([, pattern]) => pattern.test(headers))?.[0] ?? 'activity';
}

/** A reference that no two rows of the sample share tells next week's rows from this week's. */
function rowKeyFrom(ideas: readonly Idea[], columns: ReadonlyMap<string, Reasoned>): string | null {
  for (const { profile } of ideas) {
    const isReference = columns.get(profile.name)?.target.to === 'reference';
    if (isReference && profile.allDifferent && profile.filled === profile.rows && profile.rows > 1) return profile.name;
  }
  return null;
}
