import type { Look } from './use-canvas-chart.ts';

/** What stands under the pointer: first line as title, the rest below. */
export function quietTooltip({ colours, font }: Look, words: (index: number) => readonly string[]) {
  const text = { family: font, size: 12 };
  return {
    displayColors: false,
    backgroundColor: colours.ink,
    titleColor: colours.surface,
    bodyColor: colours.surface,
    titleFont: text,
    bodyFont: text,
    padding: 10,
    callbacks: {
      title: (items: { dataIndex: number }[]) => words(items[0]?.dataIndex ?? 0)[0] ?? '',
      label: (item: { dataIndex: number }) => words(item.dataIndex).slice(1),
    },
  };
}
