import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { JsonFile } from './json-file.ts';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) });
const place = z.object({ bounds: rectangle, maximized: z.boolean() });
export type Place = z.infer<typeof place>;

const USUAL = { width: 1280, height: 832 };

/** Remembers where the window stood. */
export class WindowPlace {
  readonly #file: JsonFile<z.ZodNullable<typeof place>>;

  constructor(folder: string) {
    this.#file = new JsonFile(join(folder, 'window.json'), place.nullable(), null);
  }

  /** @returns the last place, if a screen still shows it; else the usual size, centred */
  last(): { bounds: Partial<Rectangle>; maximized: boolean } {
    const kept = this.#file.read();
    if (kept === null || !isVisible(kept.bounds)) return { bounds: USUAL, maximized: false };
    return kept;
  }

  keep(window: BrowserWindow): void {
    this.#file.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  }
}

function isVisible(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  return (
    bounds.x < workArea.x + workArea.width - 100 &&
    bounds.x + bounds.width > workArea.x + 100 &&
    bounds.y >= workArea.y - 10 &&
    bounds.y < workArea.y + workArea.height - 100
  );
}
