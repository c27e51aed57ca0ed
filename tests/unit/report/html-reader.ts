/** What a page holds, read strictly: an element that is not closed, or closed out of turn, is an error. */
export type Parsed = {
  readonly elements: readonly string[];
  readonly attributes: ReadonlySet<string>;
  readonly ids: readonly string[];
  readonly headings: readonly number[];
  readonly figures: readonly { value: number; text: string }[];
  readonly images: readonly { title: string; description: string }[];
  readonly count: (element: string) => number;
};

const VOID = new Set(['meta', 'br']);
const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"<>]*")?)*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;

/** Reads what our own writer produces; whatever else is found in the page makes it throw. */
export function parsed(html: string): Parsed {
  const elements: string[] = [];
  const attributes = new Set<string>();
  const ids: string[] = [];
  const headings: number[] = [];
  const open: string[] = [];
  let at = html.indexOf('\n');
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next === -1) break;
    TAG.lastIndex = next;
    const tag = TAG.exec(html);
    if (tag === null) throw new Error(`No tag at ${next}: ${html.slice(next, next + 60)}`);
    const [whole, closing, name = '', written = '', selfClosing] = tag;
    at = next + whole.length;
    if (closing === '/') {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${last}> at ${next}`);
      continue;
    }
    elements.push(name);
    for (const [, attribute = '', value = ''] of written.matchAll(ATTRIBUTE)) {
      attributes.add(attribute);
      if (attribute === 'id') ids.push(value);
    }
    if (/^h[1-6]$/.test(name)) headings.push(Number(name[1]));
    if (name === 'style') {
      at = html.indexOf('</style>', at) + '</style>'.length;
    } else if (!VOID.has(name) && selfClosing !== '/') {
      open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`Never closed: ${open.join(', ')}`);
  return {
    elements,
    attributes,
    ids,
    headings,
    figures: [...html.matchAll(/<data value="([^"]*)">([^<]*)<\/data>/g)].map(([, value, text = '']) => ({
      value: Number(value),
      text: unescaped(text),
    })),
    images: [...html.matchAll(/role="img"[^>]*><title[^>]*>([^<]*)<\/title><desc[^>]*>([^<]*)<\/desc>/g)].map(
      ([, title = '', description = '']) => ({ title, description }),
    ),
    count: (element) =>
      element === 'svg:title'
        ? [...html.matchAll(/<svg [^>]*><title/g)].length
        : elements.filter((e) => e === element).length,
  };
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
