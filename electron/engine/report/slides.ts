import PptxGenJS from 'pptxgenjs';
import type { ArmsChart } from '#shared/report/chart/chart.ts';
import { LIGHT, lightColours } from '#shared/report/html/colours.ts';
import { mixed } from '#shared/report/html/contrast.ts';
import { wanted } from '#shared/report/html/markup.ts';
import type { Card, ReportModel, Section, Tone } from '#shared/report/model.ts';
import type { Appearance } from '#shared/report/report-options.ts';
import type { Table } from '#shared/report/table.ts';
import { tableSlides } from './slide-table.ts';
import { type Box, colour, FONT, fitting, type Look, linesOf, PAGE, type Slide, text } from './slide-text.ts';

/** Sections that carry the decision, in the lead's order; all the others stay in the page, the print and the sheet. */
const TOLD: readonly Section['id'][] = ['results', 'business', 'checks', 'plan', 'limits', 'next', 'signOff'];

/** Control's bars are pale, so that they differ from the treatment's on a black-and-white printer too. */
const CONTROL = mixed(LIGHT.control, LIGHT.paper, 0.35).slice(1).toUpperCase();

const TONE: Record<Tone, keyof typeof LIGHT> = { plain: 'ink', good: 'good', caution: 'caution', bad: 'bad' };

/**
 * The report as slides with native charts and tables, to be edited and shown: the answer, its picture, every planned
 * result, money, checks, seal and limits. Every word and figure is the model's.
 */
export async function reportSlides(model: ReportModel): Promise<Uint8Array> {
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = wanted(model.kicker);
  deck.author = wanted(model.generated.by);
  deck.company = '';
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  const page = (title: string) => newSlide(deck, model, title);
  answerSlide(newSlide(deck, model, ''), model);
  const { picture } = model.pageOne;
  if (picture?.kind === 'arms') {
    pictureSlide(deck, page(picture.title), picture, model);
    if (!isTold(picture.table, model)) tableSlides(() => page(picture.title), [picture.table]);
  }
  for (const section of model.sections) if (TOLD.includes(section.id)) sectionSlides(page, section);
  if (model.leftOut !== null) {
    const whole = { x: PAGE.left, y: PAGE.top, w: PAGE.inner, h: PAGE.bottom - PAGE.top };
    listIn(page(model.title), [model.leftOut], whole);
  }
  const written = await deck.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array)) throw new Error('slides are written as bytes');
  return written;
}

/** Whether a table comes anyway, with a section that is told on slides. */
function isTold({ caption }: Table, { sections }: ReportModel): boolean {
  const told = sections.filter((section) => TOLD.includes(section.id)).flatMap((section) => section.blocks);
  return told.some((block) => block.kind === 'table' && block.table.caption === caption);
}

function newSlide(deck: PptxGenJS, model: ReportModel, title: string): Slide {
  const slide = deck.addSlide();
  slide.background = { color: 'FFFFFF' };
  if (title !== '') {
    text(
      slide,
      title,
      { x: PAGE.left, y: 0.35, w: PAGE.inner, h: 0.75 },
      { size: titleSize(title), tone: 'ink', bold: true },
    );
  }
  const foot = `${model.kicker} · ${model.generated.text} · ${model.pageOne.foot.join(' · ')}`;
  text(slide, foot, { x: PAGE.left, y: 7.0, w: PAGE.inner - 1, h: 0.3 }, { size: 9, tone: 'quiet', bold: false });
  slide.slideNumber = {
    x: PAGE.width - 1.1,
    y: 7.0,
    w: 0.6,
    h: 0.3,
    fontFace: FONT,
    fontSize: 9,
    color: colour('quiet'),
    align: 'right',
  };
  return slide;
}

/** Set smaller the longer it is, so that it keeps to its box. */
function titleSize(title: string): number {
  if (title.length > 110) return 16;
  return title.length > 70 ? 20 : 24;
}

function answerSlide(slide: Slide, { pageOne, appearance }: ReportModel): void {
  let y = brand(slide, appearance);
  const place = (words: string, h: number, sizes: readonly number[], look: Omit<Look, 'size'>) => {
    const box = { x: PAGE.left, y, w: PAGE.inner, h };
    text(slide, words, box, { ...look, size: fitting(words, box, sizes) });
    y += h + 0.1;
  };
  for (const banner of pageOne.banners.slice(0, 2)) {
    place(`${banner.title}. ${banner.text}`, 0.55, [13, 11, 9], { tone: TONE[banner.tone], bold: true });
  }
  place(pageOne.question, 0.55, [15, 13, 11, 9], { tone: 'quiet', bold: false });
  place(pageOne.answer, 1.0, [30, 26, 22, 18, 14], { tone: 'ink', bold: true });
  place(pageOne.lead, 0.95, [15, 13, 11, 10], { tone: 'soft', bold: false });
  const room = (PAGE.inner - 0.3 * (pageOne.cards.length - 1)) / pageOne.cards.length;
  pageOne.cards.forEach((card, i) => {
    cardBox(slide, card, { x: PAGE.left + i * (room + 0.3), y, w: room, h: 1.75 });
  });
  y += 1.9;
  const rest = 6.9 - y;
  place(`${pageOne.caveat.title} ${pageOne.caveat.text}`, rest * 0.45, [13, 11, 9], { tone: 'caution', bold: false });
  const asked = { x: PAGE.left, y, w: PAGE.inner, h: rest * 0.45 };
  const words = `${pageOne.ask.title} ${pageOne.ask.text}`;
  const inside = { x: asked.x + 0.2, y: asked.y + 0.1, w: asked.w - 0.4, h: asked.h - 0.2 };
  slide.addShape('rect', { ...asked, fill: { color: lightColours(appearance.accent).ask.slice(1).toUpperCase() } });
  text(slide, words, inside, { size: fitting(words, inside, [14, 12, 10, 9]), tone: 'ink', bold: true });
}

/** Whose report it is, above the question. Slides take a logo that is a PNG; one that is drawn stays in page and print. */
function brand(slide: Slide, { company, logo }: Appearance): number {
  const isPng = logo?.startsWith('data:image/png') === true;
  if (company === '' && !isPng) return 0.4;
  if (isPng && logo !== null) {
    const size = { w: 2.2, h: 0.34 };
    slide.addImage({
      data: logo,
      x: PAGE.left,
      y: 0.3,
      ...size,
      sizing: { type: 'contain', ...size },
      altText: wanted(company),
    });
  }
  const box = { x: PAGE.left + (isPng ? 2.35 : 0), y: 0.35, w: PAGE.inner - 2.35, h: 0.28 };
  text(slide, company, box, { size: 12, tone: 'soft', bold: true });
  return 0.75;
}

function cardBox(slide: Slide, card: Card, box: Box): void {
  slide.addShape('rect', { ...box, fill: { color: 'FFFFFF' }, line: { color: colour('rule'), width: 1 } });
  const inside = (y: number, h: number) => ({ x: box.x + 0.15, y: box.y + y, w: box.w - 0.3, h });
  const [label, big, words] = [inside(0.1, 0.25), inside(0.38, 0.45), inside(0.88, 0.8)];
  text(slide, card.label, label, { size: fitting(card.label, label, [11, 9, 8]), tone: 'quiet', bold: false });
  text(slide, card.big, big, { size: fitting(card.big, big, [24, 20, 16, 12]), tone: TONE[card.tone], bold: true });
  text(slide, card.text, words, { size: fitting(card.text, words, [12, 11, 10, 9, 8]), tone: 'soft', bold: false });
}

/** Bars of each arm, as a chart whose data can be edited; the intervals follow as a table. */
function pictureSlide(deck: PptxGenJS, slide: Slide, picture: ArmsChart, { appearance, labels }: ReportModel): void {
  const { treatment } = lightColours(appearance.accent);
  const arms = [...new Set(picture.groups.flatMap((group) => group.points.map((point) => point.arm)))];
  const roleOf = (arm: string) =>
    picture.groups.flatMap((group) => group.points).find((point) => point.arm === arm)?.role ?? 'treatment';
  const isRate = picture.groups.some((group) => group.points.some((point) => point.text.includes('%')));
  const data = arms.map((arm) => ({
    name: wanted(arm),
    labels: picture.groups.map((group) => wanted(group.label)),
    values: picture.groups.map((group) => group.points.find((point) => point.arm === arm)?.estimate ?? 0),
  }));
  slide.addChart(deck.ChartType.bar, data, {
    x: PAGE.left,
    y: PAGE.top,
    w: PAGE.inner,
    h: 5.0,
    altText: wanted(picture.alt),
    barDir: 'col',
    barGrouping: 'clustered',
    chartColors: arms.map((arm) => (roleOf(arm) === 'control' ? CONTROL : treatment.slice(1).toUpperCase())),
    dataBorder: { pt: 0.75, color: colour('control') },
    showLegend: true,
    legendPos: 'b',
    legendFontFace: FONT,
    legendFontSize: 12,
    showValue: true,
    dataLabelFormatCode: isRate ? '0.0%' : '#,##0.00',
    dataLabelFontSize: 10,
    valAxisLabelFormatCode: isRate ? '0%' : '#,##0',
    valAxisMinVal: Math.min(0, picture.axis.min),
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: 11,
    valAxisLabelFontFace: FONT,
    valAxisLabelFontSize: 11,
    valGridLine: { color: colour('grid'), size: 0.5 },
  });
  const caption = { x: PAGE.left, y: 6.4, w: PAGE.inner, h: 0.4 };
  const said = `${picture.axis.label}. ${labels.intervalsNext}`;
  text(slide, said, caption, {
    size: fitting(said, caption, [11, 10, 9]),
    tone: 'quiet',
    bold: false,
  });
}

/** Tables first; the list goes below the last where it fits, else on a slide of its own. */
function sectionSlides(page: (title: string) => Slide, section: Section): void {
  const tables = section.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const left = tableSlides(() => page(section.title), tables);
  const lists = section.blocks.flatMap((block) => listOf(block, section.id));
  if (lists.length === 0) return;
  const below = left === null ? null : { x: PAGE.left, y: left.y, w: PAGE.inner, h: PAGE.bottom - left.y };
  if (left !== null && below !== null && listSize(lists, below) >= 14) listIn(left.slide, lists, below);
  else listIn(page(section.title), lists, { x: PAGE.left, y: PAGE.top, w: PAGE.inner, h: PAGE.bottom - PAGE.top });
}

/** The lines of a block that slides tell as a list: lists, and what the next pilot would be. */
function listOf(block: Section['blocks'][number], id: Section['id']): readonly string[] {
  if (block.kind === 'list') return block.items;
  return block.kind === 'definitions' && id === 'next' ? block.items.map(({ term, text }) => `${term}: ${text}`) : [];
}

/** The largest size at which a list keeps to a box; 0 where none does. */
function listSize(items: readonly string[], box: Box): number {
  const lines = (size: number) => items.reduce((sum, item) => sum + linesOf(item, box.w - 0.4, size) + 0.5, 0);
  return [18, 16, 14, 12, 10].find((one) => lines(one) * one * 1.25 <= box.h * 72) ?? 0;
}

function listIn(slide: Slide, items: readonly string[], box: Box): void {
  const size = listSize(items, box) || 9;
  slide.addText(
    items.map((item) => ({ text: wanted(item), options: { bullet: true, breakLine: true, paraSpaceAfter: size / 2 } })),
    { ...box, fontFace: FONT, fontSize: size, color: colour('ink'), valign: 'top', margin: 0 },
  );
}
