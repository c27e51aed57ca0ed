import type { Interval, Segments } from '../../lift/lift-result.ts';
import { intervalPicture, type Scale, scaleFor } from '../chart/interval-picture.ts';
import type { Section } from '../model.ts';
import type { Story } from '../story.ts';
import { type Cell, figure, figureColumn, type Table, wordColumn, words } from '../table.ts';

/** For whom: the deciding comparison within the groups of each trait, planned ones first, each with what may be said of it. */
export function segmentsSection(story: Story): Section {
  const { lift, text } = story;
  const say = text.report.segments;
  const shown = segmentsShown(story);
  return {
    id: 'segments',
    title: text.report.section.segments,
    blocks:
      shown.length === 0
        ? [{ kind: 'paragraph', text: lift.verdict === 'invalid' ? say.invalid : say.none }]
        : [
            { kind: 'paragraph', text: say.intro },
            ...shown.flatMap((one) => [
              { kind: 'heading' as const, text: say.by(one.trait), note: say.kind[one.kind] },
              { kind: 'paragraph' as const, text: one.sentence },
              { kind: 'table' as const, table: forestTable(one, story) },
            ]),
          ],
  };
}

/** Segments of the treatment the story is about; none of a broken split, where no lift is one. */
export function segmentsShown({ lift, primary }: Story): readonly Segments[] {
  if (lift.verdict === 'invalid') return [];
  return lift.segments.filter((one) => primary === null || one.treatment === primary.treatment);
}

/** A forest plot in rows: each group with its size, its lift and the interval drawn, all on one scale. */
export function forestTable({ trait, groups }: Segments, story: Story): Table {
  const { format, text, primary } = story;
  const say = text.report.segments;
  const unit = primary?.unit ?? 'number';
  const scale = scaleFor(
    groups.flatMap(({ absolute }) => (hasEnds(absolute) ? [absolute] : [])),
    [],
  );
  return {
    caption: say.caption(trait, primary?.name ?? ''),
    columns: [
      wordColumn(trait),
      figureColumn(say.columns.n),
      figureColumn(say.columns.change),
      figureColumn(say.columns.range),
      wordColumn(text.report.results.columns.drawn),
      figureColumn(say.columns.shrunken),
    ],
    rows: groups.map(({ label, control, treatment, absolute, shrunken }) => {
      const n = control.n + treatment.n;
      const start = [words(label), figure(format.count(n), n)];
      if (!hasEnds(absolute)) return [...start, words('–'), words(say.few), words(''), words('–')];
      const range = format.changeRange(absolute.lower, absolute.upper, unit);
      return [
        ...start,
        figure(format.change(absolute.estimate, unit), absolute.estimate),
        words(range),
        drawn(absolute, scale, text.report.results.drawn(range)),
        shrunken === null ? words('–') : figure(format.change(shrunken.estimate, unit), shrunken.estimate),
      ];
    }),
  };
}

function hasEnds({ lower, upper }: Interval): boolean {
  return lower !== null || upper !== null;
}

function drawn(interval: Interval, scale: Scale | null, text: string): Cell {
  const picture = scale === null ? null : intervalPicture(interval, scale, null, 'quiet');
  return picture === null ? words('') : { kind: 'interval', text, picture };
}
