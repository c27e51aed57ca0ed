/** Why a drawing may not stand in a report. */
export type SvgProblem = 'not-svg' | 'script' | 'outside' | 'entity';

/** What only draws. Everything else an editor leaves in a file is taken out with what is inside it. */
const DRAWS = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
  linearGradient radialGradient stop clipPath mask pattern style`
    .trim()
    .split(/\s+/),
);

/** What could run: such a drawing is refused, not mended, since nobody puts it into a logo by accident. */
const RUNS = /^(?:script|foreignobject|iframe|object|embed|handler|set|animate.*)$/i;

const SVG_NAMES = 'http://www.w3.org/2000/svg';
const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*>|<(\/?)([A-Za-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*?)(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * A drawing as it may travel in a report: only elements that draw, no attribute that runs, no address outside itself.
 * @returns the cleaned SVG, or why it is refused
 */
export function svgLogo(source: string): { readonly svg: string } | { readonly problem: SvgProblem } {
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(source)) return { problem: 'entity' };
  let written = '';
  let end = 0;
  const open: string[] = [];
  let skipped = 0;
  for (const match of source.matchAll(TAG)) {
    if (match.index !== end) return { problem: 'not-svg' };
    end = match.index + match[0].length;
    const [, cdata, closing, name, attributes = '', selfClosing, words] = match;
    if (name === undefined) {
      const text = words ?? (cdata === undefined ? '' : escapedText(cdata));
      if (open.at(-1) === 'style' && reachesOut(text)) return { problem: 'outside' };
      if (skipped === 0 && open.length > 0) written += text;
      continue;
    }
    if (RUNS.test(name)) return { problem: 'script' };
    if (closing === '/') {
      if (open.pop() !== name) return { problem: 'not-svg' };
      if (skipped > 0) skipped -= 1;
      else written += `</${name}>`;
      continue;
    }
    if (open.length === 0 && (name !== 'svg' || written !== '')) return { problem: 'not-svg' };
    const kept = skipped === 0 && DRAWS.has(name) ? keptAttributes(attributes) : '';
    if (typeof kept !== 'string') return kept;
    const named = open.length === 0 && !kept.includes(' xmlns="') ? ` xmlns="${SVG_NAMES}"${kept}` : kept;
    if (skipped === 0 && DRAWS.has(name)) written += `<${name}${named}${selfClosing === '/' ? '/' : ''}>`;
    if (selfClosing === '/') continue;
    open.push(name);
    if (skipped > 0 || !DRAWS.has(name)) skipped += 1;
  }
  if (end !== source.length || open.length > 0 || !written.startsWith('<svg')) return { problem: 'not-svg' };
  return { svg: written };
}

function keptAttributes(attributes: string): string | { readonly problem: SvgProblem } {
  let kept = '';
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? '';
    if (/^on/i.test(name)) return { problem: 'script' };
    if (name.includes(':') && !/^(?:xmlns:xlink|xlink:href|xml:space)$/.test(name)) continue;
    if (/^(?:xlink:)?href$/i.test(name) && !value.startsWith('#')) return { problem: 'outside' };
    if (reachesOut(value) && !name.startsWith('xmlns')) return { problem: 'outside' };
    kept += ` ${name}="${value.replaceAll('"', '&quot;')}"`;
  }
  return kept;
}

/** Names something beyond the drawing: an address, or a style sheet brought in. Escapes may hide one, so they count. */
function reachesOut(text: string): boolean {
  return /url\(\s*["']?\s*(?!["']?\s*#)|@import|javascript:|data:|\\|&#|https?:/i.test(
    text.replace(/url\(\s*["']?#/gi, ''),
  );
}

function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
