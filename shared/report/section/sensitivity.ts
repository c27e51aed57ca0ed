import type { Interval } from '../../lift/lift-result.ts';
import { intervalPicture, scaleFor } from '../chart/interval-picture.ts';
import type { Block, Section } from '../model.ts';
import { shownOf } from '../shown.ts';
import { headlineEntries, type Story } from '../story.ts';
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
  const turning = lift.sensitivity
    .filter(({ turns }) => turns)
    .map(({ name, treatment }) => say.turning(name, isSeveral(story) ? treatment : null));
  return {
    id: 'sensitivity',
    title,
    blocks: [
      { kind: 'paragraph', text: turning.length === 0 ? say.stands : say.turns(turning.join('; ')) },
      choicesTable(story),
    ],
  };
}

/** Whether the plan has several treatments, so that each row must name its own. */
export function isSeveral({ treatments }: Story): boolean {
  return treatments.length > 1;
}

type Row = {
  readonly treatment: string;
  readonly name: string;
  readonly absolute: Interval;
  readonly conclusion: string;
  readonly tone: 'treatment' | 'quiet';
};

/** Of each treatment the comparison as planned, then the other choices. */
function rowsOf(story: Story): Row[] {
  const { lift, text } = story;
  const say = text.report.sensitivity;
  const entries = headlineEntries(story).filter(
    ({ treatment }) => !isSeveral(story) || lift.sensitivity.some((one) => one.treatment === treatment),
  );
  const shown = isSeveral(story) ? entries : entries.filter((entry) => entry === story.primary);
  const asPlanned = shown.flatMap((entry): Row[] => {
    const found = shownOf(entry);
    if (found.kind === 'withheld') return [];
    const { absolute } = found;
    return [{ treatment: entry.treatment, name: say.asPlanned, absolute, conclusion: say.theOne, tone: 'treatment' }];
  });
  const otherwise = lift.sensitivity.map(({ treatment, name, absolute, turns }): Row => {
    const few = absolute.lower === null && absolute.upper === null;
    const conclusion = few ? say.tooFew : turns ? say.another : say.same;
    return { treatment, name, absolute, conclusion, tone: 'quiet' };
  });
  if (!isSeveral(story)) return [...asPlanned, ...otherwise];
  const treatments = [...new Set([...asPlanned, ...otherwise].map(({ treatment }) => treatment))];
  return treatments.flatMap((arm) => [...asPlanned, ...otherwise].filter(({ treatment }) => treatment === arm));
}

function choicesTable(story: Story): Block {
  const { primary, format, text } = story;
  const say = text.report.sensitivity;
  const unit = primary?.unit ?? 'number';
  const several = isSeveral(story);
  const rows = rowsOf(story);
  const scale = scaleFor(
    rows.map(({ absolute }) => absolute),
    [],
  );
  return {
    kind: 'table',
    table: {
      caption: say.caption(primary?.name ?? ''),
      columns: [
        ...(several ? [wordColumn(say.columns.arm)] : []),
        wordColumn(say.columns.choice),
        figureColumn(say.columns.change),
        figureColumn(say.columns.range),
        wordColumn(say.columns.drawn),
        wordColumn(say.columns.conclusion),
      ],
      rows: rows.map(({ treatment, name, absolute, conclusion, tone }) => {
        const range = format.changeRange(absolute.lower, absolute.upper, unit);
        const picture = scale === null ? null : intervalPicture(absolute, scale, null, tone);
        const drawn: Cell =
          picture === null ? words('') : { kind: 'interval', text: text.report.results.drawn(range), picture };
        const few = absolute.lower === null && absolute.upper === null;
        return [
          ...(several ? [words(treatment)] : []),
          words(say.choice(name)),
          figure(format.change(absolute.estimate, unit), absolute.estimate),
          words(few ? '–' : range),
          drawn,
          words(conclusion),
        ];
      }),
    },
  };
}
