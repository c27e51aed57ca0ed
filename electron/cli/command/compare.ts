import { compareLooks, comparePilots } from '#engine/compare/compare-pilots.ts';
import { writeHandedOut } from '#engine/store/written-file.ts';
import { formatter } from '#shared/format/formatter.ts';
import { comparisonStory } from '#shared/report/compare/comparison-blocks.ts';
import { comparisonHtml } from '#shared/report/compare/comparison-html.ts';
import type { Block } from '#shared/report/model.ts';
import { catalogueOf, LANGUAGE } from '#shared/text/catalogue.ts';
import { define } from '../define.ts';
import { textTable, UsageError } from '../outcome.ts';
import { withView } from '../with-pilot.ts';

export const compareCommand = define<{ looks?: string; out?: string }>(
  'compare <A.pilot> [B.pilot]',
  'Two pilots at their last looks, or two looks of one, side by side. Takes no look.',
  'pilotlight compare carts.pilot calls.pilot\n  pilotlight compare carts.pilot --looks 1,4 --out looks.html',
  async ([one = '', other], given) => {
    const looks = given.looks === undefined ? null : looksOf(given.looks);
    const compared =
      other === undefined
        ? await withView(one, ({ read }) => compareLooks(read, looks))
        : await comparePilots([one, other], looks);
    const { locale } = LANGUAGE.en;
    const say = { text: catalogueOf(locale), format: formatter({ locale, timeZone: 'UTC', currency: null }) };
    if (given.out !== undefined) {
      await writeHandedOut(given.out, comparisonHtml(compared, new Date().toISOString(), say));
    }
    const { finding, blocks } = comparisonStory(compared, say);
    const text = given.out ?? [finding, ...blocks.map(blockText)].join('\n\n');
    return { json: compared, text };
  },
)
  .option('--looks <I,J>', 'which look of each, or which two of one pilot; the last, or first and last, when left out')
  .option('--out <FILE>', 'write it as a web page');

function looksOf(given: string): [number, number] {
  const found = /^(\d{1,6}),(\d{1,6})$/.exec(given);
  if (found === null) throw new UsageError(`--looks takes two numbers such as 1,4; not "${given}".`);
  return [Number(found[1]), Number(found[2])];
}

function blockText(block: Block): string {
  if (block.kind !== 'table') return 'text' in block ? block.text : '';
  const kept = block.table.columns.map((_, i) => !block.table.rows.some((row) => row[i]?.kind === 'interval'));
  const rows = block.table.rows.map((row) => row.filter((_, i) => kept[i]).map((cell) => cell.text));
  const head = block.table.columns.filter((_, i) => kept[i]).map(({ title }) => title);
  return `${block.table.caption}\n${textTable(head, rows)}`;
}
