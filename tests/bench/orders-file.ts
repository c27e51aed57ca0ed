import { closeSync, openSync, writeSync } from 'node:fs';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export const CUSTOMERS = 300_000;

/** Writes a seeded orders CSV of about 70 MB a million rows, of at most `CUSTOMERS` customers. */
export function writeOrders(path: string, rows: number): void {
  const draws = xoroshiro128plus(20_260_301);
  const draw = (below: number) => uniformInt(draws, 0, below - 1);
  const file = openSync(path, 'w');
  let text = 'order_id,customer_email,created_at,total,currency,channel\n';
  for (let i = 0; i < rows; i++) {
    const at = new Date(Date.UTC(2025, 0, 1) + draw(31_536_000) * 1000).toISOString();
    const total = (draw(20_000) / 100).toFixed(2);
    const email = `customer${100_000 + draw(CUSTOMERS)}@mail.example`;
    text += `#${1_000_000 + i},${email},${at.slice(0, 10)} ${at.slice(11, 19)},${total},EUR,${['web', 'app', 'shop'][draw(3)]}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}
