type Rgb = readonly [number, number, number];

/** WCAG 2.2 contrast of two colours such as `#d9531e`: 1 (the same) to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(channels(one)), luminance(channels(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** `share` of one colour mixed into another, in sRGB. */
export function mixed(colour: string, into: string, share: number): string {
  const [from, to] = [channels(colour), channels(into)];
  return hex([0, 1, 2].map((i) => (from[i] ?? 0) * share + (to[i] ?? 0) * (1 - share)));
}

/**
 * A colour moved towards `end` (black or white) just so far that it reaches a contrast on every ground.
 * @param least 4.5 for text, 3 for what is drawn
 */
export function legible(colour: string, end: '#000000' | '#ffffff', grounds: readonly string[], least: number): string {
  const reaches = (one: string) => grounds.every((ground) => contrast(one, ground) >= least);
  for (let step = 0; step < 100; step++) {
    const shade = mixed(end, colour, step / 100);
    if (reaches(shade)) return shade;
  }
  return end;
}

function channels(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hex(rgb: readonly number[]): string {
  return `#${rgb.map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((one) => {
    const part = one / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
