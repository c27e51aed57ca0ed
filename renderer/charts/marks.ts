import type { Chart } from 'chart.js';

/** The two scales every chart here has. */
export function scalesOf(chart: Chart) {
  const { x, y } = chart.scales;
  if (x === undefined || y === undefined) throw new Error('A chart without its axes cannot be drawn.');
  return { x, y };
}

export type Stroke = { readonly colour: string; readonly width: number; readonly dash: readonly number[] };

/** A straight line between two places, in pixels. */
export function drawLine(
  { ctx }: Chart,
  from: readonly [number, number],
  to: readonly [number, number],
  { colour, width, dash }: Stroke,
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash([...dash]);
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** A line across the chart at a value; returns its height in pixels. */
export function drawLevel(chart: Chart, value: number, stroke: Stroke): number {
  const { left, right } = chart.chartArea;
  const height = scalesOf(chart).y.getPixelForValue(value);
  drawLine(chart, [left, height], [right, height], stroke);
  return height;
}

/** An upright interval between two values; its caps stick out from under the mark however narrow it is. */
export function drawInterval(chart: Chart, x: number, lower: number, upper: number, colour: string): void {
  const { y } = scalesOf(chart);
  const cap = 7;
  const stroke = { colour, width: 1.5, dash: [] };
  const ends = [y.getPixelForValue(lower), y.getPixelForValue(upper)] as const;
  drawLine(chart, [x, ends[0]], [x, ends[1]], stroke);
  for (const end of ends) drawLine(chart, [x - cap, end], [x + cap, end], stroke);
}

/** The treatment's mark. */
export function drawDiamond({ ctx }: Chart, x: number, y: number, colour: string): void {
  const reach = 6;
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x, y - reach);
  ctx.lineTo(x + reach, y);
  ctx.lineTo(x, y + reach);
  ctx.lineTo(x - reach, y);
  ctx.closePath();
  ctx.fill();
}

/** The control's mark. */
export function drawCircle({ ctx }: Chart, x: number, y: number, colour: string): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(x, y, 4.75, 0, 2 * Math.PI);
  ctx.fill();
}

type Words = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly font: string;
  readonly align: CanvasTextAlign;
  readonly baseline: CanvasTextBaseline;
  /** Drawn around the letters, so that lines beneath do not strike them through. */
  readonly halo: string;
};

/** Words on the canvas. */
export function drawWords({ ctx }: Chart, { text, x, y, colour, font, align, baseline, halo }: Words): void {
  ctx.font = font;
  ctx.fillStyle = colour;
  ctx.textAlign = align;
  ctx.textBaseline = baseline;
  ctx.strokeStyle = halo;
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
}
