import type { Formatter } from '../format/formatter.ts';
import type { Catalogue } from '../text/catalogue.ts';

/** A confidence level as a bet anybody can follow: 0.95 is right "19 times in 20". */
export function rightTimes(level: number, format: Formatter, text: Catalogue): string {
  const of = Math.round(1 / (1 - level));
  const exact = Math.abs(1 - 1 / of - level) < 1e-9;
  const say = text.report.pageOne;
  return exact ? say.rightTimes(format.count(of - 1), format.count(of)) : say.rightShare(format.level(level));
}
