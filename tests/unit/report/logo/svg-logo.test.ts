import { describe, expect, it } from 'vitest';
import { svgLogo } from '#shared/report/logo/svg-logo.ts';

const NAMES = 'xmlns="http://www.w3.org/2000/svg"';

describe('a logo drawn as SVG', () => {
  it('keeps what draws, as it was', () => {
    const svg = `<svg ${NAMES} viewBox="0 0 10 10"><defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><path fill="url(#a)" d="M0 0h10"/><style>.a{fill:#f00}</style></svg>`;
    expect(svgLogo(svg)).toEqual({ svg });
  });

  it('loses what editors leave behind: declarations, comments, metadata, names of their own', () => {
    const svg = `<?xml version="1.0"?><!-- by hand --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">
<svg ${NAMES} xmlns:inkscape="http://inkscape.org" inkscape:version="1"><metadata><rdf:RDF about="http://x">words</rdf:RDF></metadata><sodipodi:view a="b"/><g inkscape:label="x"><rect width="1" height="1"/></g></svg>`;
    expect(svgLogo(svg)).toEqual({
      svg: `<svg ${NAMES}><g><rect width="1" height="1"/></g></svg>`,
    });
  });

  it('is given its namespace where it lacks it: without one it would not be drawn', () => {
    expect(svgLogo('<svg><path d="M0 0"/></svg>')).toEqual({ svg: `<svg ${NAMES}><path d="M0 0"/></svg>` });
  });

  it.each([
    ['script', `<svg ${NAMES}><script>alert(1)</script></svg>`],
    ['script', `<svg ${NAMES} onload="alert(1)"></svg>`],
    ['script', `<svg ${NAMES}><foreignObject><p>x</p></foreignObject></svg>`],
    ['script', `<svg ${NAMES}><animate attributeName="href"/></svg>`],
    [
      'outside',
      `<svg ${NAMES} xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="http://evil.example/a.svg#b"/></svg>`,
    ],
    ['outside', `<svg ${NAMES}><use href="javascript:alert(1)"/></svg>`],
    ['outside', `<svg ${NAMES}><path style="fill:url(//evil.example/a)"/></svg>`],
    ['outside', `<svg ${NAMES}><style>@import "//evil.example/a.css";</style></svg>`],
    ['outside', `<svg ${NAMES}><style><![CDATA[a{background:u\\72l(//evil.example)}]]></style></svg>`],
    ['entity', `<!DOCTYPE svg [<!ENTITY a "b">]><svg ${NAMES}>&a;</svg>`],
    ['not-svg', '<html><svg></svg></html>'],
    ['not-svg', `<svg ${NAMES}><g></svg>`],
    ['not-svg', `<svg ${NAMES}></svg><svg ${NAMES}></svg>`],
    ['not-svg', `<svg ${NAMES} a="1><path/></svg>`],
    ['not-svg', 'PNG'],
    ['not-svg', ''],
  ])('is refused as %s: %s', (problem, svg) => {
    expect(svgLogo(svg)).toEqual({ problem });
  });
});
