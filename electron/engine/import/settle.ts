import type { ReadableDb } from '#engine/store/db.ts';
import { PilotError } from '#shared/api/error.ts';
import { isTimeZone } from '#shared/records/cell/zone.ts';
import { columnName } from '#shared/records/layout.ts';
import type { ColumnTarget, DateOrder, FileFormat, Mapping, StatedFormat } from '#shared/records/mapping.ts';
import { presets, recognise } from '#shared/records/preset/index.ts';
import { type NoPerson, reportsWithoutPersons, reportWithoutPersons } from '#shared/records/preset/no-person.ts';
import { exportOf, type Preset } from '#shared/records/preset/preset.ts';
import { withColumnNames } from '#shared/records/rename-columns.ts';
import { targetPhrase } from '#shared/records/suggest-column.ts';
import { type Reasoned, suggestMapping } from '#shared/records/suggest-mapping.ts';
import { mappingError } from './compile.ts';
import { type Look, lookAt } from './look.ts';
import type { Export } from './open-export.ts';
import { type Remembered, rememberedMapping } from './remembered.ts';

/** What an import is told of its rows: `contacts` is the log of who was reached. */
export type ImportAs = 'contacts' | 'cases';

/** How a file's mapping may be chosen; what is null is found out. */
export type Wish = {
  readonly mapping: Mapping | null;
  readonly preset: string | null;
  readonly as: ImportAs | null;
};

/** A file with everything about it settled: how it is written and what it means. */
export type Settled = {
  readonly look: Look;
  readonly format: FileFormat;
  /** The order of day and month where it is known; null sets dates that could be two days aside. */
  readonly dateOrder: DateOrder | null;
  readonly mapping: Mapping;
  readonly preset: Preset | null;
  /** A known report without persons in it, where the mapping finds none either. */
  readonly noPerson: NoPerson | null;
  readonly from: 'given' | 'remembered' | 'preset' | 'guess';
  /** Reasons for columns, where the mapping was guessed. */
  readonly reasons: ReadonlyMap<string, Reasoned>;
  /** What changed since a remembered mapping was used last. */
  readonly changes: readonly string[];
  readonly doubts: readonly string[];
};

/** Settles a file: the mapping given, else the one remembered for its layout, else a preset's, else the best guess. */
export async function settle(file: Export, wish: Wish, db: ReadableDb | null): Promise<Settled> {
  const asked = wish.preset === null || wish.preset === NO_PRESET ? null : presetNamed(wish.preset);
  const given = wish.mapping?.format ?? {};
  checkZone(given.timeZone);
  const look = await lookAt(file, given);
  const seen = exportOf(look.profiles);
  if (asked !== null && !asked.fits(seen)) {
    throw new PilotError(
      'preset',
      `${file.name} is not ${asked.name}: its columns are ${look.names.slice(0, 12).join(', ')}${look.names.length > 12 ? ', …' : ''}.`,
    );
  }
  const chosen = statesOnlyFormat(wish)
    ? statingFormat(choose({ ...wish, mapping: null }, asked, look, db), given)
    : choose(wish, asked, look, db);
  const stated = chosen.mapping.format ?? {};
  const dateOrder = stated.dateOrder ?? look.dateOrder;
  const doubts = [
    ...look.table.losses,
    ...chosen.changes,
    ...chosen.doubts,
    ...(stated.decimal === undefined ? look.numberDoubts : []),
    ...(stated.dateOrder === undefined ? look.dateDoubts : []),
  ];
  const noPerson = chosen.preset === null && chosen.mapping.identity === 'row' ? reportWithoutPersons(seen) : null;
  return { look, format: settledFormat(look, stated), dateOrder, ...chosen, noPerson, doubts };
}

type Chosen = Pick<Settled, 'mapping' | 'preset' | 'from' | 'reasons' | 'changes' | 'doubts'>;

/** A mapping that names no column says how the file is written; what its columns mean is still found out. */
function statesOnlyFormat({ mapping }: Wish): boolean {
  return mapping !== null && mapping.format !== undefined && Object.keys(mapping.columns).length === 0;
}

function statingFormat(chosen: Chosen, format: StatedFormat): Chosen {
  return { ...chosen, mapping: { ...chosen.mapping, format: { ...chosen.mapping.format, ...format } } };
}

const NO_REASONS: ReadonlyMap<string, Reasoned> = new Map();

function choose(wish: Wish, asked: Preset | null, look: Look, db: ReadableDb | null): Chosen {
  const seen = exportOf(look.profiles);
  if (wish.mapping !== null) {
    const preset = wish.preset === NO_PRESET ? null : (asked ?? recognise(seen));
    return {
      mapping: withColumnNames(wish.mapping, columnName),
      preset,
      from: 'given',
      reasons: NO_REASONS,
      changes: [],
      doubts: [],
    };
  }
  const remembered =
    wish.preset === null && db !== null ? rememberedMapping(db, look, recognise(seen)?.id ?? null) : null;
  if (remembered !== null) {
    const preset = presets.find(({ id }) => id === remembered.preset) ?? null;
    const { mapping, told } = withFilledColumns(remembered, look);
    const changes = [...remembered.changes, ...told];
    return { mapping, preset, from: 'remembered', reasons: NO_REASONS, changes, doubts: [] };
  }
  const preset = asked ?? (wish.preset === NO_PRESET ? null : recognise(seen));
  const guessed = suggestMapping(look.profiles, wish.as === 'contacts' && preset === null ? 'activities' : null);
  if (preset !== null) {
    return { mapping: preset.mapping(seen), preset, from: 'preset', reasons: guessed.columns, changes: [], doubts: [] };
  }
  const mapping = wish.as === 'contacts' ? asContacts(guessed.mapping) : guessed.mapping;
  return { mapping, preset: null, from: 'guess', reasons: guessed.columns, changes: [], doubts: guessed.doubts };
}

/** Any number of columns may be these, so that one more takes nothing from the others. */
const ONE_MORE: ReadonlySet<ColumnTarget['to']> = new Set(['identity', 'property', 'trait']);

/** A column that was empty last time was left out, since nobody could say what it is; now its cells do. */
function withFilledColumns({ mapping, filledNow }: Remembered, look: Look) {
  const guessed = filledNow.length === 0 ? null : suggestMapping(look.profiles, mapping.kind).columns;
  const added = filledNow.flatMap((name): [string, ColumnTarget][] => {
    const target = guessed?.get(name)?.target;
    return target !== undefined && ONE_MORE.has(target.to) ? [[name, target]] : [];
  });
  const told = added.map(([name, target]) => `"${name}" was empty last time; now it ${targetPhrase(target)}.`);
  return { mapping: { ...mapping, columns: { ...mapping.columns, ...Object.fromEntries(added) } }, told };
}

/** Rows that say whom somebody reached, and when, are contacts unless a column says more. */
function asContacts(mapping: Mapping): Mapping {
  return mapping.activity === undefined ? mapping : { ...mapping, activity: 'contact' };
}

/** Said instead of a preset: what the columns mean is guessed from what stands in them. */
const NO_PRESET = 'none';

function presetNamed(id: string): Preset {
  const preset = presets.find((each) => each.id === id);
  if (preset !== undefined) return preset;
  const report = reportsWithoutPersons.find((each) => each.id === id);
  if (report !== undefined) throw new PilotError('no-person', `"${id}" is ${report.name}. ${report.sentence}`);
  throw new PilotError(
    'preset',
    `There is no preset "${id}". The presets are ${presets.map((each) => each.id).join(', ')}; ${NO_PRESET} takes the best guess.`,
  );
}

/** The whole format: what the mapping states, and for the rest what the file shows. */
function settledFormat(look: Look, stated: StatedFormat): FileFormat {
  const { encoding, delimiter, skipRows, headerRows, decimal, sheet } = look.format;
  return {
    encoding,
    delimiter,
    headerRows,
    skipRows,
    decimal: stated.decimal ?? decimal,
    dateOrder: stated.dateOrder ?? look.dateOrder ?? 'ymd',
    timeZone: stated.timeZone ?? 'UTC',
    currency: stated.currency ?? null,
    sheet,
    country: stated.country ?? null,
  };
}

/** What a mapping says of the format when it is shown or remembered: all that is known, nothing that is only assumed. */
export function statedFormat({ format, dateOrder }: Settled): StatedFormat {
  const { encoding, delimiter, headerRows, skipRows, decimal, timeZone, currency, country, sheet } = format;
  return {
    ...(encoding === null ? {} : { encoding }),
    ...(delimiter === null ? {} : { delimiter }),
    headerRows,
    skipRows,
    decimal,
    ...(dateOrder === null ? {} : { dateOrder }),
    timeZone,
    ...(currency === null ? {} : { currency }),
    ...(country === null ? {} : { country }),
    ...(sheet === null ? {} : { sheet }),
  };
}

function checkZone(zone: string | undefined): void {
  if (zone === undefined || isTimeZone(zone)) return;
  throw mappingError(`format.timeZone: there is no time zone "${zone}"; write it like "Europe/Berlin" or "UTC".`);
}
