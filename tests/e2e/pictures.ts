import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** Takes pictures of a window into a folder, each light and dark. */
export function picturesOf(page: Page, out: string): (name: string) => Promise<void> {
  mkdirSync(out, { recursive: true });
  return async (name) => {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(out, `${name}-${theme}.png`) });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };
}
