/** How the report looks on a screen of any width. Longer than most files: it is one sheet, read from top to bottom. */
export const SCREEN_CSS = `
*{box-sizing:border-box}
html{font-size:16px;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--desk);color:var(--ink);font-family:"Inter Report",Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:.9375rem;line-height:1.55;font-feature-settings:"tnum" 0,"cv05" 0;overflow-wrap:break-word}
a{color:var(--link)}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:2}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.sheet{max-width:56.25rem;margin:1.25rem auto;background:var(--paper);padding:clamp(1.25rem,8vw,4.5rem)}
.running{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1.5rem;color:var(--quiet);font-size:.8125rem;padding-bottom:1.1rem;border-bottom:1px solid var(--rule);margin-bottom:2.1rem}
.running p{margin:0}
.brand{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .8rem;font-weight:600;margin:0 0 1.3rem;max-width:none}
.brand img{display:block;height:2.1rem;width:auto;max-width:14rem;object-fit:contain;background:#fff;border-radius:.25rem}
.question{color:var(--quiet);font-size:1rem;margin:0 0 .4rem;max-width:42rem}
h1{font-size:clamp(1.65rem,5.6vw,2.375rem);line-height:1.12;letter-spacing:-.019em;font-weight:700;margin:0 0 .9rem;text-wrap:balance}
.lead{font-size:1.03rem;line-height:1.5;color:var(--soft);max-width:40.5rem;margin:0 0 1.9rem}
.banner{border-left:5px solid;border-radius:.25rem .75rem .75rem .25rem;padding:.8rem 1.1rem;margin:0 0 1.1rem}
.banner p{margin:0}
.banner .title{font-weight:700;font-size:1.05rem}
.banner.bad{background:var(--badPaper);border-color:var(--bad)}
.banner.bad .title{color:var(--bad)}
.banner.caution{background:var(--cautionPaper);border-color:var(--caution)}
.banner.caution .title{color:var(--caution)}
.banner.good{background:var(--goodPaper);border-color:var(--good)}
.banner.plain{background:var(--code);border-color:var(--axis)}
.cards{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));border:1px solid var(--rule);border-radius:.8rem;margin:0 0 2rem;padding:0;list-style:none}
.cards>li{display:grid;grid-row:span 3;grid-template-rows:auto auto 1fr;grid-template-rows:subgrid;padding:1.2rem 1.3rem 1.15rem}
.cards>li+li{border-left:1px solid var(--rule)}
.cards .label{color:var(--quiet);font-size:.79rem;line-height:1.45;margin:0 0 .15rem}
.cards .big{font-size:1.7rem;font-weight:700;letter-spacing:-.02em;line-height:1.2;margin:0 0 .25rem}
.cards .long{font-size:1.25rem}
.cards .text{font-size:.83rem;line-height:1.5;color:var(--soft);margin:0}
.good .big{color:var(--good)}
.caution .big{color:var(--caution)}
.bad .big{color:var(--bad)}
.columns{display:grid;grid-template-columns:minmax(0,1.22fr) minmax(0,1fr);gap:1.75rem 3rem;margin:0 0 2rem}
.picture-title{font-weight:700;margin:0 0 .75rem;line-height:1.4;font-size:.92rem}
figure{margin:0}
figcaption{color:var(--quiet);font-size:.78rem;line-height:1.5;margin-top:.5rem}
.legend{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin:0 0 .15rem}
.legend span{white-space:nowrap}
.key{vertical-align:-.08em;margin-right:.3em}
h2.small{font-size:.92rem;line-height:1.4;margin:0 0 .4rem;letter-spacing:0}
.aside ul{margin:0;padding:0;list-style:none;font-size:.83rem;line-height:1.5;color:var(--soft)}
.aside li{margin:0 0 .4rem}
.aside ul+h2{margin-top:1rem}
.caveat{border-left:3px solid var(--caution);padding:.15rem 0 .15rem .9rem;margin:1.4rem 0 0;font-size:.87rem;line-height:1.5}
.caveat:first-child{margin-top:0}
.ask{background:var(--ask);border-radius:.8rem;padding:1.1rem 1.4rem;margin:0 0 2.2rem;font-size:.98rem;max-width:none}
.foot{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:.25rem 2rem;border-top:1px solid var(--rule);padding-top:.8rem;color:var(--quiet);font-size:.72rem;margin:0;max-width:none}
nav{padding-top:2.4rem}
nav ol{columns:2;column-gap:3rem;margin:.75rem 0 0;padding-left:1.6rem;color:var(--quiet)}
nav li{margin:0 0 .35rem;break-inside:avoid}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
h2{font-size:1.4rem;line-height:1.25;letter-spacing:-.015em;margin:0 0 1rem;text-wrap:balance}
.number{color:var(--quiet);font-weight:500;margin-right:.55em}
.quote{margin:0 0 1rem;padding-left:1rem;border-left:3px solid var(--rule);max-width:42rem}
.quote blockquote{margin:0}
.quote figcaption{margin-top:.15rem}
.left-out{margin-top:2.4rem;color:var(--quiet)}
h3{font-size:1rem;line-height:1.4;margin:2rem 0 .5rem}
.part{padding-top:2.4rem;margin-top:2.4rem;border-top:1px solid var(--rule)}
.part>:last-child{margin-bottom:0}
p{margin:0 0 1rem;max-width:44rem}
.part>ul{margin:0 0 1rem;padding-left:1.2rem;max-width:44rem}
.part>ul li{margin-bottom:.4rem}
dl{display:grid;grid-template-columns:minmax(7rem,12rem) minmax(0,1fr);gap:.5rem 1.5rem;margin:0 0 1.5rem}
dt{color:var(--quiet)}
dd{margin:0;max-width:38rem;white-space:pre-line}
.scroll{overflow-x:auto;margin:0 0 1.6rem}
table{border-collapse:collapse;width:100%;font-size:.83rem;line-height:1.4;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:0 0 .5rem;font-size:.87rem}
caption span{display:block;position:sticky;left:0;max-width:calc(100vw - 2*clamp(1.25rem,8vw,4.5rem))}
th,td{padding:.5rem .6rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--quiet);font-weight:500;vertical-align:bottom}
tbody th{font-weight:400;min-width:6.5rem}
.end{text-align:right}
td.end{white-space:nowrap}
.wrap{white-space:normal;min-width:11rem}
.note{display:inline-block;font-size:.72rem;line-height:1.3;color:var(--quiet);border:1px solid var(--rule);border-radius:.3rem;padding:.05rem .35rem;margin-left:.3rem;white-space:nowrap;font-weight:400;letter-spacing:0}
.severity{font-weight:600;white-space:nowrap}
.severity.ok{color:var(--good)}
.severity.note-level{color:var(--quiet)}
.severity.warning{color:var(--caution)}
.severity.fail{color:var(--bad)}
.severity svg{vertical-align:-.1em;margin-right:.4em}
.whole-words{display:inline-block}
.code{margin:0 0 1rem}
.code p{margin:0 0 .3rem}
pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.76rem;line-height:1.5;background:var(--code);border-radius:.5rem;padding:.6rem .8rem;margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
svg{display:block;overflow:visible}
svg.key,svg.interval,.severity svg{display:inline-block}
svg.interval{vertical-align:middle;max-width:none}
svg.chart{width:100%;height:auto}
svg text{font-family:inherit;font-size:11.5px;fill:var(--quiet)}
.narrow{display:none}
.plate{margin:0 0 1.6rem}
.fill-control{fill:var(--control)}
.fill-treatment{fill:var(--treatment)}
.stroke-control{stroke:var(--control);stroke-width:1.6;fill:none}
.stroke-treatment{stroke:var(--treatment);stroke-width:1.6;fill:none}
.grid{stroke:var(--grid)}
.zero{stroke:var(--axis);stroke-width:1.4}
.null{stroke:var(--axis);stroke-width:1.4}
.limit{stroke:var(--good);stroke-width:1.6;stroke-dasharray:3 2}
.band{fill:var(--band)}
.line{fill:none;stroke:var(--treatment);stroke-width:2;stroke-linejoin:round}
.threshold{stroke:var(--good);stroke-width:1.4;stroke-dasharray:5 4}
svg text.threshold-text{fill:var(--good)}
svg text.last{font-weight:700;fill:var(--ink);font-size:12px}
.flow-box{fill:none;stroke:var(--axis)}
.flow-line{fill:none;stroke:var(--axis);stroke-width:1.3}
svg text.over{paint-order:stroke;stroke:var(--paper);stroke-width:4px}
svg text.flow-n{font-weight:700;fill:var(--ink);font-size:14px}
svg text.flow-lost{font-weight:600;fill:var(--ink)}
svg text.arm-name{font-weight:600;fill:var(--ink);font-size:12px}
.colophon{color:var(--quiet);font-size:.75rem;margin-top:2.4rem;padding-top:1rem;border-top:1px solid var(--rule)}
.colophon p{margin:0 0 .3rem;max-width:none;overflow-wrap:anywhere}
@media (max-width:44rem){
.sheet{margin:0}
.cards,.columns,.foot{grid-template-columns:minmax(0,1fr)}
.cards>li+li{border-left:0;border-top:1px solid var(--rule)}
nav ol{columns:1}
dl{grid-template-columns:minmax(0,1fr);gap:.1rem}
dd{margin-bottom:.7rem}
}
@media screen and (max-width:36rem){
td.start{min-width:5.5rem}
td.start.wrap{min-width:14rem}
.wide{display:none}
.narrow{display:block}
}
`;
