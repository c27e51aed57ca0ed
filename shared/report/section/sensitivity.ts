import { intervalPicture, scaleFor } from '../chart/interval-picture.ts';
import type { Block, Section } from '../model.ts';
import { shownOf } from '../shown.ts';
import type { Story } from '../story.ts';
import { type Cell, figure, figureColumn, wordColumn, words } from '../table.ts';

/** The deciding comparison under the choices that could have been made otherwise, and whether one of them turns it. */
export function sensitivitySection(story: Story): Section {
  const { lift, text } = story;
  const say = text.report.sensitivity;
  const title = text.report.section.sensitivity;
  const said = (sentence: string): Section => ({
    id: 'sensitivity',
    title,
    blocks: [{ kind: 'paragraph', text: sentence }],
  });
  if (lift.verdict === 'invalid') return said(say.invalid);
  if (lift.sensitivity.length === 0) return said(say.none);
  const turning = lift.sensitivity.filter(({ turns }) => turns).length;
  return {
    id: 'sensitivity',
    title,
    blocks: [{ kind: 'paragraph', text: turning === 0 ? say.stands : say.turns }, choicesTable(story)],
  };
}

function choicesTable(story: Story): Block {
  const { lift, primary, format, text } = story;
  const say = text.report.sensitivity;
  const unit = primary?.unit ?? 'number';
  const shown = primary === null ? null : shownOf(primary);
  const asPlanned =
    shown === null || shown.kind === 'withheld'
      ? []
      : [{ name: say.asPlanned, absolute: shown.absolute, turns: false }];
  const rows = [...asPlanned, ...lift.sensitivity];
  const scale = scaleFor(
    rows.map(({ absolute }) => absolute),
    [],
  );
  return {
    kind: 'table',
    table: {
      caption: say.caption(primary?.name ?? ''),
      columns: [
        wordColumn(say.columns.choice),
        figureColumn(say.columns.change),
        figureColumn(say.columns.range),
        wordColumn(say.columns.drawn),
        wordColumn(say.columns.conclusion),
      ],
      rows: rows.map(({ name, absolute, turns }, i) => {
        const range = format.changeRange(absolute.lower, absolute.upper, unit);
        const picture =
          scale === null ? null : intervalPicture(absolute, scale, null, i < asPlanned.length ? 'treatment' : 'quiet');
        const drawn: Cell =
          picture === null ? words('') : { kind: 'interval', text: text.report.results.drawn(range), picture };
        const few = absolute.lower === null && absolute.upper === null;
        return [
          words(say.choice(name)),
          figure(format.change(absolute.estimate, unit), absolute.estimate),
          words(few ? '–' : range),
          drawn,
          words(i < asPlanned.length ? say.theOne : few ? say.tooFew : turns ? say.another : say.same),
        ];
      }),
    },
  };
}
