import type { Plan } from '../plan/plan.ts';
import { adjust } from '../stats/adjust.ts';
import { interaction } from '../stats/interaction.ts';
import { type Figures, figuresByGroup } from './arm-figures.ts';
import type { ArmSample } from './arm-sample.ts';
import { atMost, type Comparison } from './comparison.ts';
import { headlineEstimate } from './headline-estimate.ts';
import type { MetricResult, Segments } from './lift-result.ts';
import type { Words } from './metric-lift.ts';
import { decidingEnds } from './peeking.ts';
import type { RecordsReader } from './records-reader.ts';
import { segmentGroups } from './segment-groups.ts';
import type { UnitTable } from './unit-table.ts';

/** More exploratory traits than this would be fishing. */
const MOST_EXPLORED = 5;

/**
 * For whom: the deciding comparison within each group of a trait, whether the groups' lifts differ (Cochran's Q), and
 * the lifts drawn toward their mean by as much as they are unsure. Traits that the plan names are planned; the plan's
 * strata and trait covariates are explored, and their p-values corrected by Benjamini and Hochberg's procedure.
 * No other trait is looked at: one that the treatment may have moved would tell of itself. Nothing where the
 * comparison itself is withheld.
 */
export function segmentsOf(
  plan: Plan,
  comparison: Comparison,
  result: MetricResult,
  units: UnitTable,
  records: RecordsReader,
  words: Words,
): Segments[] {
  if (result.withheld !== null) return [];
  const planned = plan.analysis.segments ?? [];
  const found = [...planned, ...exploredTraits(plan)].flatMap((trait, i) =>
    oneTrait(trait, i < planned.length ? 'planned' : 'exploratory', comparison, result, units, records, words),
  );
  const explored = found.filter((one) => one.kind === 'exploratory' && one.interaction !== null);
  const corrected = adjust({ p: explored.map((one) => one.interaction?.p ?? 1), correction: 'bh' });
  return found.map((one) => {
    const at = explored.indexOf(one);
    const pAdjusted = at < 0 || corrected.kind === 'error' ? null : (corrected.adjusted[at] ?? null);
    const full = { ...one, interaction: one.interaction && { ...one.interaction, pAdjusted } };
    return { ...full, sentence: sentenceOf(full, result, words) };
  });
}

/** Traits known before the start that the plan uses already, and does not name as segments. */
function exploredTraits({ analysis, allocation }: Plan): string[] {
  const strata = allocation.method === 'stratified' ? (allocation.strata ?? []) : [];
  const covariates = (analysis.covariates ?? []).filter((covariate) => typeof covariate === 'string');
  return [...new Set([...strata, ...covariates])]
    .filter((trait) => !(analysis.segments ?? []).includes(trait))
    .slice(0, MOST_EXPLORED);
}

function oneTrait(
  trait: string,
  kind: Segments['kind'],
  comparison: Comparison,
  result: MetricResult,
  units: UnitTable,
  records: RecordsReader,
  { text }: Words,
): Segments[] {
  const groups = segmentGroups(trait, units, records, text.segments.group);
  if (groups.labels.length < 2) return [];
  const samples = atMost(comparison.samples, comparison.cap);
  const split = (sample: ArmSample) => {
    return figuresByGroup(sample, comparison.by.adjustment, groupsOfRows(groups.of, sample.rows), groups.labels.length);
  };
  const parts = { control: split(samples.control), treatment: split(samples.treatment) };
  const measured = groups.labels.map((label, i) =>
    oneGroup(label, comparison, { control: parts.control[i]!, treatment: parts.treatment[i]! }),
  );
  const told = measured.filter(({ effect }) => effect !== null);
  const tested = interaction({ effects: told.map(({ effect }) => effect!), level: result.level });
  const shrunken = new Map(
    tested.kind === 'error' ? [] : told.map(({ group }, i) => [group.label, tested.shrunken[i]!] as const),
  );
  return [
    {
      trait,
      kind,
      metric: result.id,
      treatment: result.treatment,
      groups: measured.map(({ group }) => {
        const drawn = shrunken.get(group.label);
        const { estimate = null, lower = null, upper = null } = drawn ?? {};
        return { ...group, shrunken: drawn === undefined ? null : { estimate, lower, upper } };
      }),
      interaction:
        tested.kind === 'error'
          ? null
          : { statistic: tested.statistic, df: tested.df, p: tested.p, pAdjusted: null, variance: tested.variance },
      sentence: '',
    },
  ];
}

/** By the trait's groups: control stands in several comparisons. */
const known = new WeakMap<Int8Array, WeakMap<Int32Array, Int16Array>>();

function groupsOfRows(groups: Int8Array, rows: Int32Array): Int16Array {
  const ofGroups = known.get(groups) ?? new WeakMap<Int32Array, Int16Array>();
  known.set(groups, ofGroups);
  const found = ofGroups.get(rows) ?? new Int16Array(rows.length);
  if (!ofGroups.has(rows)) for (let i = 0; i < found.length; i++) found[i] = groups[rows[i]!]!;
  ofGroups.set(rows, found);
  return found;
}

function oneGroup(label: string, { by, looking }: Comparison, figures: Figures) {
  const { shown } = headlineEstimate(by, figures.control, figures.treatment);
  const { absolute, relative } = decidingEnds(by, looking, figures);
  const within = shown.at(1).absolute;
  const ends = [within.lower, within.upper].filter((end) => end !== null);
  const centre = within.estimate ?? 0;
  const standardError = ends.reduce((sum, end) => sum + Math.abs(end - centre), 0) / Math.max(1, ends.length);
  const { control, treatment } = shown;
  return {
    group: {
      label,
      control: { n: control.n, mean: control.mean },
      treatment: { n: treatment.n, mean: treatment.mean },
      absolute,
      relative,
    },
    effect: ends.length > 0 && standardError > 0 ? { estimate: centre, standardError } : null,
  };
}

function sentenceOf({ trait, kind, groups, interaction: tested }: Segments, result: MetricResult, words: Words) {
  const { text, format } = words;
  const say = text.segments;
  if (tested === null) return say.few(trait);
  const p = tested.pAdjusted ?? tested.p;
  const pText = format.pValue(p);
  if (!(p < 1 - result.level)) return say.alike(trait, pText);
  const told = groups.filter(({ shrunken }) => shrunken !== null);
  const by = told.toSorted((a, b) => (a.shrunken?.estimate ?? 0) - (b.shrunken?.estimate ?? 0));
  const write = (at: (typeof groups)[number] | undefined) => ({
    label: at?.label ?? '',
    change: format.change(at?.shrunken?.estimate ?? null, result.unit),
  });
  return say.differ(trait, write(by[0]), write(by.at(-1)), pText, kind);
}
