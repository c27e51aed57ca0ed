import { describe, expect, it } from 'vitest';
import { flowChart } from '#shared/report/chart/flow-chart.ts';
import { storyOf } from '#shared/report/story.ts';
import { drawFlow } from '#shared/report/svg/flow.ts';
import { stories } from './stories.ts';

const { lift, planState, format, text } = storyOf(stories.win);
const rows = { rowsRead: 1000, kept: 900, duplicates: 60, quarantined: 40 };

describe('the participant flow', () => {
  it('begins with the rows of the exports and says beside each step what was lost', () => {
    const chart = flowChart(lift.flow, planState.plan.arms, rows, format, text);
    expect(chart.trunk.map((box) => [box.text, box.left.map((lost) => lost.text)])).toEqual([
      ['1,000', ['60', '40']],
      ['48,210', ['35,712']],
      ['12,498', []],
    ]);
    expect(chart.arms.map((arm) => arm.left?.text)).toEqual(['40', '40']);
  });

  it('gives the reasons where they add up to everybody who is not eligible', () => {
    const { outside } = text.lift;
    const excluded = [
      { reason: outside['not-in-population'], n: 35_000 },
      { reason: outside['unknown-arm'], n: 712 },
      { reason: outside['window-open'], n: 80 },
    ];
    const chart = flowChart({ ...lift.flow, excluded }, planState.plan.arms, null, format, text);
    expect(chart.trunk[0]?.left).toEqual([
      { title: outside['not-in-population'], text: '35,000' },
      { title: outside['unknown-arm'], text: '712' },
    ]);
  });

  it('tells those held out of everything apart from those who are in no arm', () => {
    const { outside } = text.lift;
    const flow = { ...lift.flow, eligible: 14_000, excluded: [{ reason: outside.holdout, n: 1_400 }] };
    const [, eligible] = flowChart(flow, planState.plan.arms, null, format, text).trunk;
    expect(eligible?.left).toEqual([
      { title: outside.holdout, text: '1,400' },
      { title: text.report.flow.inNoArm, text: '102' },
    ]);
  });

  it.each([300, 390, 720])('draws every box and every loss at %i pixels', (width) => {
    const chart = flowChart(lift.flow, planState.plan.arms, rows, format, text);
    const drawing = drawFlow(chart, width, 'x')?.text ?? '';
    for (const figure of ['1,000', '60', '40', '48,210', '35,712', '12,498', '6,249', '6,209']) {
      expect(drawing).toContain(`>${figure}<`.replace('>40<', '40<'));
    }
  });
});
