import type { Block } from '../model.ts';
import type { Story } from '../story.ts';
import { wordColumn, words } from '../table.ts';

const MOST_LOOKS = 30;

/** The seal with its fingerprint, every amendment, every look. */
export function sealBlocks(story: Story): Block[] {
  const { planState, lift, format, text } = story;
  const say = text.report.plan;
  const seal: Block[] =
    planState.sealed === null
      ? [{ kind: 'callout', tone: 'bad', title: say.seal, text: say.unsealedText }]
      : [
          { kind: 'heading', text: say.seal, note: null },
          { kind: 'code', label: say.sealedText(format.dateTime(planState.sealed)), text: planState.sha256 ?? '' },
        ];
  return [
    ...seal,
    { kind: 'code', label: say.fingerprint, text: lift.fingerprint },
    ...amendmentBlocks(story),
    ...lookBlocks(story),
  ];
}

function amendmentBlocks({ planState, format, text }: Story): Block[] {
  const say = text.report.plan;
  if (planState.amendments.length === 0) {
    return planState.sealed === null ? [] : [{ kind: 'paragraph', text: say.noAmendments }];
  }
  return [
    {
      kind: 'table',
      table: {
        caption: say.amendments,
        columns: [say.amendmentColumns.at, say.amendmentColumns.why, say.amendmentColumns.sha].map(wordColumn),
        rows: planState.amendments.map((one) => [words(format.dateTime(one.at)), words(one.why), words(one.sha256)]),
      },
    },
  ];
}

function lookBlocks({ looks, format, text }: Story): Block[] {
  const say = text.report.plan;
  if (looks.length === 0) return [{ kind: 'paragraph', text: say.noLooks }];
  const shown = looks.slice(-MOST_LOOKS);
  const verdictOf = (verdict: string | null) =>
    verdict !== null && verdict in text.verdict.name
      ? text.verdict.name[verdict as keyof typeof text.verdict.name]
      : text.verdict.none;
  const table: Block = {
    kind: 'table',
    table: {
      caption: say.looks,
      columns: [say.lookColumns.at, say.lookColumns.asOf, say.lookColumns.verdict, say.lookColumns.sealed].map(
        wordColumn,
      ),
      rows: shown.map((look) => [
        words(format.dateTime(look.at)),
        words(format.dateShort(look.asOf)),
        words(verdictOf(look.verdict)),
        words(look.sealed ? say.sealed : say.notSealed),
      ]),
    },
  };
  const earlier = looks.length - shown.length;
  return earlier === 0 ? [table] : [table, { kind: 'paragraph', text: say.earlierLooks(format.count(earlier)) }];
}
