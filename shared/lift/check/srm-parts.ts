import type { Plan } from '../../plan/plan.ts';
import { adjust } from '../../stats/adjust.ts';
import { srm } from '../../stats/srm.ts';
import { type ClusterColumn, countedUnits } from '../cluster.ts';
import type { Check } from '../lift-result.ts';
import type { Words } from '../metric-lift.ts';
import type { GroupColumns, RecordsReader } from '../records-reader.ts';
import { DAY } from '../trigger-moment.ts';
import type { UnitTable } from '../unit-table.ts';

/** Below this, after Holm's correction over all days, sources and strata together, a part is doubtful. */
const WARNING = 0.01;
/** A part too small for the chi-square is not tested: this many are expected in its smallest arm. */
const FEWEST_EXPECTED = 5;

type Kind = 'day' | 'source' | 'stratum';
type Part = { readonly kind: Kind; readonly label: string; readonly observed: number[] };

/**
 * Sample-ratio mismatch by day, by source and by stratum. Holm corrects over all parts: 75 unadjusted checks would cry
 * wolf in a third of all pilots. A kind with a single part says nothing that the overall check does not.
 */
export function srmPartsCheck(
  plan: Plan,
  all: UnitTable,
  cluster: ClusterColumn,
  records: RecordsReader,
  words: Words,
): Check[] {
  const units = countedUnits(all, cluster);
  const parts = [...byDay(plan, units), ...bySource(plan, units, records), ...byStratum(plan, units, records)];
  const weights = plan.arms.map((arm) => arm.weight);
  const tested = parts.flatMap((part) => {
    const found = srm({ observed: part.observed, weights });
    if (found.kind === 'error' || Math.min(...found.expected) < FEWEST_EXPECTED) return [];
    return [{ part, p: found.p }];
  });
  const kinds = [...new Set(tested.map(({ part }) => part.kind))];
  if (tested.length < 2) return [];
  const corrected = adjust({ p: tested.map(({ p }) => p), correction: 'holm' });
  if (corrected.kind === 'error') return [];
  return kinds.map((kind) => {
    const of = tested.flatMap(({ part }, i) => (part.kind === kind ? [{ part, p: corrected.adjusted[i] ?? 1 }] : []));
    const [worst] = of.toSorted((a, b) => a.p - b.p);
    const p = worst?.p ?? 1;
    return say(kind, p, of.filter((one) => one.p < WARNING).length, of.length, worst?.part, words);
  });
}

function say(kind: Kind, p: number, broken: number, n: number, worst: Part | undefined, words: Words): Check {
  const { text, format } = words;
  const id = `srm-by-${kind}`;
  const of = text.check.srmPart[kind](format.count(n));
  if (broken === 0 || worst === undefined) {
    return { id, severity: 'ok', p, sentence: text.check.srmPartsOk(of), todo: null };
  }
  const label = kind === 'day' ? format.date(worst.label) : worst.label;
  const counts = worst.observed.map((m) => format.count(m)).join(' / ');
  const sentence = text.check.srmPartsWarning(format.count(broken), of, label, counts, format.pValue(p));
  return { id, severity: 'warning', p, sentence, todo: text.check.srmPartsTodo };
}

function byDay(plan: Plan, units: UnitTable): Part[] {
  const days = new Int32Array(units.anchor.length);
  for (let row = 0; row < days.length; row++) {
    const anchor = units.anchor[row]!;
    days[row] = Number.isNaN(anchor) ? NO_PART : Math.floor(anchor / DAY);
  }
  return counted('day', plan, units, days, (day) => new Date(day * DAY).toISOString().slice(0, 10));
}

/** Nothing where every file holds one arm alone: such files were cut along the arms, and their sizes say nothing. */
function bySource(plan: Plan, units: UnitTable, records: RecordsReader): Part[] {
  const sources = records.armSources();
  if (sources.levels.length < 2) return [];
  const parts = byGroup('source', plan, units, sources);
  return parts.every(({ observed }) => observed.filter((n) => n > 0).length === 1) ? [] : parts;
}

function byStratum(plan: Plan, units: UnitTable, records: RecordsReader): Part[] {
  if (plan.allocation.method !== 'stratified' || (plan.allocation.strata ?? []).length === 0) return [];
  return byGroup('stratum', plan, units, records.strata());
}

function byGroup(kind: Kind, plan: Plan, units: UnitTable, { customer, code, levels }: GroupColumns): Part[] {
  const groups = new Int32Array(units.arm.length).fill(NO_PART);
  for (let i = 0; i < customer.length; i++) {
    const row = units.index.row(customer[i]!);
    if (row >= 0) groups[row] = code[i]!;
  }
  return counted(kind, plan, units, groups, (group) => levels[group] ?? '');
}

/** Stands for no part where a row belongs to none. */
const NO_PART = -(2 ** 31);

function counted(
  kind: Kind,
  plan: Plan,
  units: UnitTable,
  partOf: Int32Array,
  labelOf: (part: number) => string,
): Part[] {
  const parts = new Map<number, Part>();
  for (let row = 0; row < partOf.length; row++) {
    const arm = units.arm[row]!;
    const key = partOf[row]!;
    if (arm < 0 || key === NO_PART) continue;
    let part = parts.get(key);
    if (part === undefined) {
      part = { kind, label: labelOf(key), observed: plan.arms.map(() => 0) };
      parts.set(key, part);
    }
    part.observed[arm]! += 1;
  }
  return parts.size < 2 ? [] : [...parts.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
}
