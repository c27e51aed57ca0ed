import { writeNumber } from './number.ts';
import { UNIT_SPACE } from './sign.ts';

/** "p = 0.93", "p = 0.004", "p < 0.001", "p > 0.99": never a bare 0 or 1, which no test can show. */
export function writePValue(locale: string, p: number): string {
  const plain = (value: number, digits: number) => writeNumber(locale, value, { digits, sign: 'plain', unit: 'none' });
  const says = (sign: string, figure: string) => `p${UNIT_SPACE}${sign}${UNIT_SPACE}${figure}`;
  if (p < 0.001) return says('<', plain(0.001, 3));
  if (p > 0.99) return says('>', plain(0.99, 2));
  return says('=', plain(p, p < 0.0995 ? 3 : 2));
}
