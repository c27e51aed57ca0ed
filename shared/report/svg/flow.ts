import type { FlowChart } from '../chart/chart.ts';
import { type Markup, markup } from '../html/markup.ts';
import { frame } from './frame.ts';
import { mark } from './mark.ts';
import { fitting } from './scale.ts';

const BOX = 46;
const GAP = 22;
const LINE = 17;
const NARROWEST_BOX = 92;
/** Below this width the trunk stands at the left, so that what was lost has room beside it. */
const ROOMY = 520;

type Box = { readonly title: string; readonly text: string };
type Placed = FlowChart['trunk'][number] & { readonly y: number; readonly gap: number };

/**
 * The participant flow: boxes down the trunk, what was lost beside the line between them, then a column an arm.
 * @returns null when the columns would be too narrow to read; the table says the same
 */
export function drawFlow(chart: FlowChart, width: number, id: string): Markup | null {
  const columns = chart.arms.length;
  const slot = width / Math.max(1, columns);
  const boxWidth = Math.min(230, slot - 14);
  if (columns === 0 || boxWidth < NARROWEST_BOX) return null;
  const trunkWidth = Math.min(230, width * 0.42);
  const centre = width >= ROOMY ? width / 2 : trunkWidth / 2 + 1;
  const placed = placedDown(chart.trunk);
  const last = placed.at(-1);
  const fork = last === undefined ? GAP : last.y + BOX + last.gap;
  const trunk = placed.map((box, i) => {
    const before = placed[i - 1];
    const into = before === undefined ? [] : [arrow(centre, box.y, box.y - before.y - BOX)];
    return markup`${drawBox(box, centre - trunkWidth / 2, box.y, trunkWidth, into)}${losses(box, centre, trunkWidth, width)}`;
  });
  const heads = fork + GAP + 22;
  const forkLines = markup`<path class="flow-line" d="M${centre} ${fork - (last?.gap ?? 0)}V${fork}M${Math.min(slot / 2, centre)} ${fork}H${Math.max(slot * (columns - 0.5), centre)}"/>`;
  const lost = chart.arms.some((arm) => arm.left !== null);
  const arms = chart.arms.map((arm, i) => {
    const x = slot * (i + 0.5);
    const label = fitting(arm.arm, boxWidth - 20);
    const nameAt = x - Math.min(boxWidth, label.length * 6.6) / 2;
    return markup`${arrow(x, heads - 22, GAP)}${mark(arm.role, nameAt - 6, heads - 9, 4.5)}<text class="arm-name" x="${nameAt + 5}" y="${heads - 5}">${label}</text>${columnOf(arm, x, heads + 4, boxWidth, lost ? LINE : 0)}`;
  });
  const depth = Math.max(...chart.arms.map((arm) => arm.boxes.length));
  const height = heads + 4 + depth * (BOX + GAP) - GAP + 2 + (lost ? LINE : 0);
  return frame(id, width, height, chart, markup`${trunk}${forkLines}${arms}`);
}

/** Boxes under each other; the line after one is as long as what was lost there needs. */
function placedDown(trunk: FlowChart['trunk']): Placed[] {
  let y = 1;
  return trunk.map((box, i) => {
    const gap = Math.max(i === trunk.length - 1 ? GAP : GAP * 1.4, box.left.length * LINE + 14);
    const at = y;
    y += BOX + gap;
    return { ...box, y: at, gap };
  });
}

/** The boxes of an arm; what it lost stands before its last one. */
function columnOf(arm: FlowChart['arms'][number], x: number, top: number, width: number, room: number): Markup {
  const final = arm.boxes.length - 1;
  return markup`${arm.boxes.map((box, i) => {
    const more = i === final ? room : 0;
    const y = top + i * (BOX + GAP) + more;
    const lost =
      i === final && arm.left !== null
        ? [
            markup`<text class="tick" x="${x + 8}" y="${y - room / 2 - GAP / 2 + 4}">${fitting(`${arm.left.title}: ${arm.left.text}`, width / 2 + 4)}</text>`,
          ]
        : [];
    return markup`${drawBox(box, x - width / 2, y, width, i === 0 ? [] : [arrow(x, y, GAP + more)])}${lost}`;
  })}`;
}

function drawBox(box: Box, x: number, y: number, width: number, before: readonly Markup[]): Markup {
  const centre = x + width / 2;
  return markup`${before}<rect class="flow-box" x="${x}" y="${y}" width="${width}" height="${BOX}" rx="7"/><text class="tick" x="${centre}" y="${y + 18}" text-anchor="middle">${fitting(box.title, width - 8)}</text><text class="flow-n" x="${centre}" y="${y + 36}" text-anchor="middle">${fitting(box.text, width - 8)}</text>`;
}

/** An arrow that ends at the top of a box. */
function arrow(x: number, y: number, length: number): Markup {
  return markup`<path class="flow-line" d="M${x} ${y - length}V${y - 2}M${x - 3.5} ${y - 6}L${x} ${y - 1.5}L${x + 3.5} ${y - 6}"/>`;
}

/** What was lost after a box: a line each, at the right of the line down. */
function losses(box: Placed, centre: number, trunkWidth: number, width: number): Markup {
  if (box.left.length === 0) return markup``;
  const x = centre + trunkWidth / 2 + 4;
  const room = width - x;
  const middle = box.y + BOX + box.gap / 2;
  const first = middle - ((box.left.length - 1) * LINE) / 2;
  return markup`<path class="flow-line" d="M${centre} ${middle}H${x - 4}M${x - 8.5} ${middle - 3.5}L${x - 4} ${middle}L${x - 8.5} ${middle + 3.5}"/>${box.left.map(
    (one, i) =>
      markup`<text class="tick" x="${x}" y="${first + i * LINE + 4}"><tspan class="flow-lost">${one.text}</tspan> ${fitting(one.title, room - one.text.length * 7 - 6)}</text>`,
  )}`;
}
