import type PptxGenJS from 'pptxgenjs';
import { LIGHT } from '#shared/report/html/colours.ts';
import { wanted } from '#shared/report/html/markup.ts';

export type Slide = ReturnType<PptxGenJS['addSlide']>;

export const FONT = 'Arial';
/** Inches of a 16:9 slide. */
export const PAGE = { width: 13.33, left: 0.6, inner: 12.13, top: 1.25, bottom: 6.75 };

/** A colour of the report, as slides name it. */
export function colour(name: keyof typeof LIGHT): string {
  return LIGHT[name].slice(1).toUpperCase();
}

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
export type Look = { readonly size: number; readonly tone: keyof typeof LIGHT; readonly bold: boolean };

/** Words in a box, never larger than it. */
export function text(slide: Slide, words: string, box: Box, { size, tone, bold }: Look): void {
  slide.addText(wanted(words), {
    ...box,
    fontFace: FONT,
    fontSize: size,
    color: colour(tone),
    bold,
    margin: 0,
    valign: 'top',
    fit: 'shrink',
  });
}

/** The largest of some sizes at which words keep to a box; the smallest where none does. */
export function fitting(words: string, box: Box, sizes: readonly number[]): number {
  const fits = (size: number) => linesOf(words, box.w, size) * size * 1.25 <= box.h * 72;
  return sizes.find(fits) ?? sizes.at(-1) ?? 9;
}

/** Lines some words take at a size; a letter is a little over half as wide as high. */
export function linesOf(words: string, width: number, size: number): number {
  const letters = Math.max(1, Math.floor((width * 72) / (size * 0.54)));
  return Math.max(1, Math.ceil(words.length / letters));
}
