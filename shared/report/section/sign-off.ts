import { type Signer, signer } from '../arrangement.ts';
import type { Section } from '../model.ts';
import type { WorthStory } from '../story.ts';
import { type Cell, wordColumn, words } from '../table.ts';

/** Who stands behind the report: lead, analyst and sponsor, each with the day, and whether the data moved since. */
export function signOffSection(story: WorthStory): Section {
  const { text } = story;
  const say = text.report.signOff;
  return {
    id: 'signOff',
    title: text.report.section.signOff,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: say.caption,
          columns: [say.columns.role, say.columns.name, say.columns.on].map(wordColumn),
          rows: signer.options.map((role) => rowOf(role, story)),
        },
      },
      { kind: 'paragraph', text: say.meaning },
    ],
  };
}

function rowOf(role: Signer, { arrangement, charter, lift, format, text }: WorthStory): Cell[] {
  const say = text.report.signOff;
  const signed = arrangement.signedOff.find((one) => one.role === role);
  if (signed === undefined) {
    const named = { lead: charter.owner, analyst: '', sponsor: charter.sponsor }[role].trim();
    return [words(say.role[role]), words(named === '' ? '–' : say.inCharter(named)), words(say.notYet)];
  }
  const day = format.date(signed.on);
  const stale = signed.fingerprint !== lift.fingerprint;
  return [words(say.role[role]), words(signed.name), words(stale ? say.stale(day) : day)];
}
