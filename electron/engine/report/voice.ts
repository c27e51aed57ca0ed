import { type UnitTable, unitTable } from '#shared/lift/unit-table.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { redactedWords } from '#shared/report/redact.ts';
import { chooseQuotes, type Said } from '#shared/report/voice/choose-quotes.ts';
import type { Answers, Band, Quote, Voice } from '#shared/report/voice/voice.ts';
import { pilotRecords } from '../lift/pilot-records.ts';
import type { ReadableDb, SqlValue } from '../store/db.ts';

type Candidate = Said & { readonly customer: number; readonly kind: string; readonly score: number | null };

/** A day, for feedback that is dated without a time. */
const DAY = 86_400_000;
const SEED_WITHOUT_ONE = 1;

/**
 * What the customers of each arm said from their start on and before `asOf`: the first score each gave to a question,
 * and the words drawn from all that were written, without what could name anybody.
 */
export function voiceOf(db: ReadableDb, plan: Plan, asOf: number): Voice {
  const seed = plan.allocation.method === 'imported' ? SEED_WITHOUT_ONE : plan.allocation.seed;
  if (db.get('SELECT 1 AS one FROM feedback LIMIT 1') === undefined) return { answers: [], quotes: [], pool: 0, seed };
  const units = unitTable(plan, pilotRecords(db), asOf);
  const answers = new Map<string, Answering>();
  const candidates: Candidate[] = [];
  const counted = new Set<string>();
  const sql =
    'SELECT customer, at, at_day, kind, question, score, scale_low, scale_high, verbatim FROM feedback WHERE at < ? ORDER BY customer, at, id';
  for (const [customer, at, day, kind, question, score, low, high, words] of db.iterate(sql, [asOf])) {
    const arm = armFrom(plan, units, Number(customer), Number(at), day);
    if (arm === null) continue;
    const value = typeof score === 'number' ? score : null;
    const onScale = low === 0 && high === 10;
    if (value !== null && typeof question === 'string' && !counted.has(`${customer}/${question}`)) {
      counted.add(`${customer}/${question}`);
      answering(answers, question, arm, low, high).push(value, onScale);
    }
    if (typeof words === 'string') {
      const band = value === null || !onScale ? 'none' : bandOf(value);
      candidates.push({ arm, band, text: words, customer: Number(customer), kind: String(kind), score: value });
    }
  }
  const order = plan.arms.map((arm) => arm.id);
  const place = ({ question, arm }: Answers) => `${question} ${String(order.indexOf(arm)).padStart(3, '0')}`;
  return {
    answers: [...answers.values()].map((one) => one.told()).sort((a, b) => (place(a) < place(b) ? -1 : 1)),
    quotes: chooseQuotes(candidates, seed).map((one) => quoteOf(db, one)),
    pool: candidates.length,
    seed,
  };
}

/** The arm of a customer who wrote at or after the start; null for everybody else. */
function armFrom(plan: Plan, units: UnitTable, customer: number, at: number, day: SqlValue | undefined): string | null {
  const row = units.index.row(customer);
  const arm = row < 0 ? -1 : (units.arm[row] ?? -1);
  if (arm < 0) return null;
  const anchor = units.anchor[row] ?? Number.NaN;
  const start = day === 1 || units.anchorDay[row] === 1 ? anchor - DAY + 1 : anchor;
  return Number.isNaN(anchor) || at >= start ? (plan.arms[arm]?.id ?? null) : null;
}

function bandOf(score: number): Band {
  if (score >= 9) return 'promoter';
  return score >= 7 ? 'passive' : 'detractor';
}

/** Adds up the scores of one arm to one question. */
class Answering {
  readonly #about: Pick<Answers, 'question' | 'arm' | 'low' | 'high'>;
  readonly #scores: number[] = [];
  readonly #bands = { promoter: 0, passive: 0, detractor: 0, none: 0 };

  constructor(about: Pick<Answers, 'question' | 'arm' | 'low' | 'high'>) {
    this.#about = about;
  }

  push(score: number, onScale: boolean): void {
    this.#scores.push(score);
    this.#bands[onScale ? bandOf(score) : 'none'] += 1;
  }

  told(): Answers {
    const n = this.#scores.length;
    const mean = this.#scores.reduce((sum, score) => sum + score, 0) / n;
    const squares = this.#scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
    return {
      ...this.#about,
      n,
      mean,
      sd: n < 2 ? null : Math.sqrt(squares / (n - 1)),
      promoters: this.#bands.promoter,
      passives: this.#bands.passive,
      detractors: this.#bands.detractor,
    };
  }
}

function answering(
  all: Map<string, Answering>,
  question: string,
  arm: string,
  low: SqlValue | undefined,
  high: SqlValue | undefined,
): Answering {
  const key = JSON.stringify([question, arm]);
  const ends = { low: typeof low === 'number' ? low : null, high: typeof high === 'number' ? high : null };
  const found = all.get(key) ?? new Answering({ question, arm, ...ends });
  all.set(key, found);
  return found;
}

function quoteOf(db: ReadableDb, { key, arm, band, kind, score, text, customer }: Candidate & { key: string }): Quote {
  return { key, arm, band, kind, score, text: redactedWords(text.trim(), knownOf(db, customer)) };
}

/** Whatever the data know of a customer that could stand in her words: keys, parts of addresses, names, references. */
function knownOf(db: ReadableDb, customer: number): string[] {
  const texts = (sql: string) => Array.from(db.iterate(sql, [customer]), ([value]) => String(value ?? ''));
  const keys = texts('SELECT value FROM identity WHERE customer = ?');
  const parts = keys.flatMap((value) => (value.split('@')[0] ?? '').split(/[^\p{L}]+/u));
  const named = texts(
    "SELECT value FROM trait WHERE customer = ? AND (key LIKE '%name%' OR key LIKE '%street%' OR key LIKE '%address%' OR key LIKE '%city%' OR key LIKE '%phone%')",
  );
  const references = texts('SELECT DISTINCT reference FROM activity WHERE customer = ? AND reference IS NOT NULL');
  return [...keys, ...parts, ...named, ...named.flatMap((name) => name.split(/\s+/)), ...references];
}
