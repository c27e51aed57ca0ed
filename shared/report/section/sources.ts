import { explainReason } from '../../records/reason.ts';
import type { Block, Section } from '../model.ts';
import type { Story } from '../story.ts';
import { figure, figureColumn, wordColumn, words } from '../table.ts';

/** Every export with the sum of its rows, and why rows were set aside; never the rows themselves. */
export function sourcesSection({ sources, format, text }: Story): Section {
  const say = text.report.sources;
  const title = text.report.section.sources;
  if (sources.length === 0) return { id: 'sources', title, blocks: [{ kind: 'paragraph', text: say.none }] };
  const total = (of: 'rowsRead' | 'kept' | 'duplicates' | 'quarantined') =>
    sources.reduce((all, one) => all + one[of], 0);
  const counted = (n: number) => figure(format.count(n), n);
  const kindOf = (kind: string) => (kind in say.kinds ? say.kinds[kind as keyof typeof say.kinds] : kind);
  const { columns } = say;
  const reasons = new Map<string, number>();
  for (const source of sources) {
    for (const [reason, n] of Object.entries(source.reasons)) reasons.set(reason, (reasons.get(reason) ?? 0) + n);
  }
  const quarantine: Block[] =
    reasons.size === 0
      ? []
      : [
          {
            kind: 'table',
            table: {
              caption: say.quarantine,
              columns: [wordColumn(say.reason), figureColumn(say.rows)],
              rows: [...reasons]
                .sort((a, b) => b[1] - a[1])
                .map(([reason, n]) => [words(explainReason(reason, text.reason)), counted(n)]),
            },
          },
        ];
  return {
    id: 'sources',
    title,
    blocks: [
      { kind: 'paragraph', text: say.intro },
      {
        kind: 'table',
        table: {
          caption: say.caption,
          columns: [
            wordColumn(columns.file),
            wordColumn(columns.kind),
            wordColumn(columns.importedAt),
            ...[columns.rowsRead, columns.kept, columns.duplicates, columns.quarantined].map(figureColumn),
          ],
          rows: [
            ...sources.map((source) => [
              words(source.file),
              words(kindOf(source.kind)),
              words(format.dateShort(source.importedAt)),
              ...[source.rowsRead, source.kept, source.duplicates, source.quarantined].map(counted),
            ]),
            [
              words(say.all),
              words(''),
              words(''),
              ...[total('rowsRead'), total('kept'), total('duplicates'), total('quarantined')].map(counted),
            ],
          ],
        },
      },
      ...quarantine,
    ],
  };
}
