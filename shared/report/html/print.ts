import { cssString } from './markup.ts';

/** The paper a report is printed on. */
export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

const PAPER: Record<Paper, { readonly size: string; readonly inside: string }> = {
  a4: { size: 'A4', inside: '242mm' },
  letter: { size: 'Letter', inside: '224mm' },
};

/** What stands around every printed page. */
export type Running = { readonly kicker: string; readonly date: string; readonly page: string; readonly of: string };

/**
 * How the report prints: page one fills its page, headers and page numbers run along, nothing is cut across pages.
 * `inside` is the height left between the margins, less a little: a page one taller than its page would add a blank one.
 */
export function printCss(paper: Paper, running: Running): string {
  const { size, inside } = PAPER[paper];
  const box =
    'font:400 8pt "Inter Report",Inter,system-ui,sans-serif;color:#666a70;vertical-align:bottom;padding-bottom:2.5mm;margin-bottom:5mm;border-bottom:.75pt solid #e3e3e0';
  const said = (text: string) => cssString(text);
  return `
@page{size:${size};margin:26mm 18mm 16mm;
@top-left{content:${said(running.kicker)};${box};width:60%;text-align:left}
@top-right{content:${said(`${running.date} · ${running.page} `)} counter(page) ${said(` ${running.of} `)} counter(pages);${box};width:40%;text-align:right}}
@media print{
html{font-size:10.2pt}
h1{font-size:2.05rem}
.lead{max-width:none;margin-bottom:1.3rem}
.page-one svg.chart{max-height:52mm}
body{background:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.sheet{max-width:none;margin:0;padding:0}
.skip,.running{display:none}
.page-one{min-height:${inside};display:flex;flex-direction:column;break-after:page}
.page-one .foot{margin-top:auto}
.cards,.columns{margin-bottom:1.3rem}
.cards>li{padding:.9rem 1.1rem}
.ask{padding:.9rem 1.2rem;margin-bottom:1.2rem}
.cards{grid-template-columns:repeat(3,minmax(0,1fr))}
.cards>li+li{border-left:1px solid var(--rule);border-top:0}
.columns,.foot{grid-template-columns:minmax(0,1.22fr) minmax(0,1fr)}
nav{padding-top:0}
nav ol{columns:2}
nav a{color:inherit}
dl{grid-template-columns:minmax(7rem,11rem) minmax(0,1fr);gap:.35rem 1.5rem}
.part{padding-top:0;margin-top:2.4rem;border-top:0}
dd,p{max-width:none}
.scroll{overflow:visible}
pre{font-size:.68rem}
table{font-size:.76rem}
th,td{padding:.35rem .4rem}
.scroll:not(.whole) td,.scroll:not(.whole) tbody th{padding-top:.18rem;padding-bottom:.18rem}
thead{display:table-header-group}
tr,p,figure,.plate,.code,.banner,.cards,.ask,.caveat,dt,dd,li{break-inside:avoid}
.whole{break-inside:avoid}
h2,h3,h2+p:not(:last-child),caption,thead,.picture-title,dl>:nth-child(-n+4){break-after:avoid}
dl>:nth-last-child(-n+4){break-before:avoid}
p,dd,li{orphans:3;widows:3}
svg.interval{width:84px;height:auto}
}
`;
}
