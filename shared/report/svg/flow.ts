import type { FlowChart } from '../chart/chart.ts';
import { type Markup, markup } from '../html/markup.ts';
import { frame } from './frame.ts';
import { mark } from './mark.ts';
import { fitting } from './scale.ts';

const BOX = 46;
const GAP = 22;
const NARROWEST_BOX = 92;

/**
 * The participant flow: two boxes down the trunk, what left it beside them, then a column an arm.
 * @returns null when the columns would be too narrow to read; the table says the same
 */
export function drawFlow(chart: FlowChart, width: number, id: string): Markup | null {
  const columns = chart.arms.length;
  const slot = width / Math.max(1, columns);
  const boxWidth = Math.min(230, slot - 14);
  if (columns === 0 || boxWidth < NARROWEST_BOX) return null;
  const trunkWidth = Math.min(230, width * 0.42);
  const centre = width / 2;
  const trunk = chart.trunk.map((box, i) =>
    drawBox(
      box,
      centre - trunkWidth / 2,
      1 + i * (BOX + GAP * 2),
      trunkWidth,
      i === 0 ? [] : [arrow(centre, 1 + i * (BOX + GAP * 2), GAP * 2)],
    ),
  );
  const trunkEnd = 1 + chart.trunk.length * (BOX + GAP * 2) - GAP * 2;
  const fork = trunkEnd + GAP;
  const heads = fork + GAP + 22;
  const first = slot / 2;
  const lastColumn = slot * (columns - 0.5);
  const arms = chart.arms.map((arm, i) => {
    const x = slot * (i + 0.5);
    const label = fitting(arm.arm, boxWidth - 20);
    const nameAt = x - Math.min(boxWidth, label.length * 6.6) / 2;
    return markup`${arrow(x, heads - 22, GAP)}${mark(arm.role, nameAt - 6, heads - 9, 4.5)}<text class="arm-name" x="${nameAt + 5}" y="${heads - 5}">${label}</text>${arm.boxes.map((box, j) => drawBox(box, x - boxWidth / 2, heads + 4 + j * (BOX + GAP), boxWidth, j === 0 ? [] : [arrow(x, heads + 4 + j * (BOX + GAP), GAP)]))}`;
  });
  const depth = Math.max(...chart.arms.map((arm) => arm.boxes.length));
  const height = heads + 4 + depth * (BOX + GAP) - GAP + 2;
  const forkLines = markup`<path class="flow-line" d="M${centre} ${trunkEnd}V${fork}M${first} ${fork}H${lastColumn}"/>`;
  return frame(id, width, height, chart, markup`${trunk}${aside(chart, centre, trunkWidth, width)}${forkLines}${arms}`);
}

type Box = FlowChart['trunk'][number];

function drawBox(box: Box, x: number, y: number, width: number, before: readonly Markup[]): Markup {
  const centre = x + width / 2;
  return markup`${before}<rect class="flow-box" x="${x}" y="${y}" width="${width}" height="${BOX}" rx="7"/><text class="tick" x="${centre}" y="${y + 18}" text-anchor="middle">${fitting(box.title, width - 8)}</text><text class="flow-n" x="${centre}" y="${y + 36}" text-anchor="middle">${fitting(box.text, width - 8)}</text>`;
}

/** An arrow that ends at the top of a box. */
function arrow(x: number, y: number, length: number): Markup {
  return markup`<path class="flow-line" d="M${x} ${y - length}V${y - 2}M${x - 3.5} ${y - 6}L${x} ${y - 1.5}L${x + 3.5} ${y - 6}"/>`;
}

/** What left the trunk between its boxes, at the right. */
function aside(chart: FlowChart, centre: number, trunkWidth: number, width: number): Markup {
  if (chart.left === null) return markup``;
  const y = 1 + BOX + GAP;
  const x = centre + trunkWidth / 2 + 4;
  const room = width - x;
  return markup`<path class="flow-line" d="M${centre} ${y}H${x - 4}M${x - 8.5} ${y - 3.5}L${x - 4} ${y}L${x - 8.5} ${y + 3.5}"/><text class="tick" x="${x}" y="${y - 2}">${fitting(chart.left.title, room)}</text><text class="flow-lost" x="${x}" y="${y + 13}">${fitting(chart.left.text, room)}</text>`;
}
