import type { Severity } from '../../lift/lift-result.ts';
import type { Section } from '../model.ts';
import type { Story } from '../story.ts';
import { type Cell, figure, figureColumn, wordColumn, words } from '../table.ts';

const GRAVEST_FIRST: Record<Severity, number> = { fail: 0, warning: 1, note: 2, ok: 3 };

/** Every check with its finding, the gravest first. */
export function checksSection({ lift, format, text }: Story): Section {
  const say = text.report.checks;
  const title = text.report.section.checks;
  if (lift.checks.length === 0) return { id: 'checks', title, blocks: [{ kind: 'paragraph', text: say.none }] };
  const passed = lift.checks.filter((check) => check.severity === 'ok').length;
  const ordered = [...lift.checks].sort((a, b) => GRAVEST_FIRST[a.severity] - GRAVEST_FIRST[b.severity]);
  return {
    id: 'checks',
    title,
    blocks: [
      { kind: 'paragraph', text: say.intro(format.count(passed), format.count(lift.checks.length)) },
      {
        kind: 'table',
        table: {
          caption: say.caption,
          columns: [wordColumn(say.columns.severity), wordColumn(say.columns.sentence), figureColumn(say.columns.p)],
          rows: ordered.map((check): Cell[] => [
            { kind: 'severity', severity: check.severity, text: text.check.severity[check.severity] },
            words(check.todo === null ? check.sentence : `${check.sentence} ${say.todo(check.todo)}`),
            check.p === null ? words('') : figure(format.pValue(check.p), check.p),
          ]),
        },
      },
    ],
  };
}
