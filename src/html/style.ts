/** What every page has: light and dark, phone to wide, and paper. */
export const STYLE = `
:root{color-scheme:light dark;--page:#fff;--panel:#f5f6f8;--line:#d5d9df;--text:#1b1f24;--soft:#565e68;--link:#0b57a8;
--del:#fbe3da;--ins:#d9ecff;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--page:#14171b;--panel:#1e2329;--line:#39414a;--text:#e7eaee;--soft:#a6afb9;--link:#7cb8f7;
--del:#4a2417;--ins:#17385c;--bad:#ff8a80}}
*{box-sizing:border-box}[hidden]{display:none!important}
body{margin:0 auto;max-width:72rem;padding:1.25rem 1rem 3rem;background:var(--page);color:var(--text);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
p{margin:.4rem 0}
a{color:var(--link)}
.soft{color:var(--soft)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:.75rem 0;padding:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.5rem,1fr));gap:.5rem;margin:.75rem 0;padding:0;list-style:none}
.tiles li{background:var(--panel);border:1px solid var(--line);border-left:.35rem solid var(--tone,var(--line));border-radius:.4rem;padding:.5rem .65rem}
.tiles b{display:block;font-size:1.35rem;line-height:1.2;font-variant-numeric:tabular-nums}
figure{margin:1rem 0;background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.75rem}
figcaption{font-weight:600;margin-bottom:.25rem}
figure svg{display:block;width:100%;height:auto}
.narrow{display:none}
.scroll{position:relative;overflow-x:auto;margin:.75rem 0;border:1px solid var(--line);border-radius:.4rem}
.scroll:focus-visible{outline:2px solid var(--link)}
table{border-collapse:collapse;width:100%;font-size:.92rem}
.figures{max-width:40rem}
caption{text-align:left;padding:.5rem .65rem;font-weight:600}
th,td{text-align:left;vertical-align:top;padding:.4rem .65rem;border-top:1px solid var(--line)}
thead th{background:var(--panel);border-top:0;white-space:nowrap}
.number,td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.code,td.code{font-family:ui-monospace,Consolas,monospace;white-space:nowrap}
td.day,td.id{white-space:nowrap}
td.title{min-width:9rem;max-width:16rem}
.legend{display:flex;flex-wrap:wrap;gap:.1rem 1rem;list-style:none;margin:.25rem 0;padding:0;font-size:.9rem}
td.words{min-width:16rem}
code{font-size:.85em;word-break:break-all}
dl{margin:0}dt{color:var(--soft);font-size:.85rem}dd{margin:0 0 .35rem}
del{background:var(--del);text-decoration:line-through}
ins{background:var(--ins);text-decoration:underline}
details{margin:.75rem 0}
summary{cursor:pointer;font-weight:600;padding:.25rem 0}
.mark{display:inline-block;width:.75rem;height:.75rem;border-radius:.15rem;background:var(--tone);margin-right:.4rem;vertical-align:-.05rem}
.filter{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.75rem 0}
.filter input{flex:1 1 14rem;max-width:26rem;font:inherit;padding:.45rem .6rem;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:.4rem}
.note{background:var(--panel);border-left:.35rem solid var(--line);padding:.5rem .75rem;margin:.75rem 0}
.bad{color:var(--bad);font-weight:600}
footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
@media (max-width:40rem){.wide{display:none}.narrow{display:block}h1{font-size:1.3rem}
table.stack,table.stack tbody,table.stack tr,table.stack td{display:block}table.stack caption{display:block}table.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.stack tr{border-top:1px solid var(--line);padding:.4rem .65rem}table.stack tr[hidden]{display:none}
table.stack th[scope=row]{display:block;border:0;padding:.05rem 0}
table.stack td{border:0;padding:.05rem 0;max-width:none;white-space:normal}table.stack td.code{font-weight:600}table.stack td.number{text-align:left}
table.stack td[data-label]:not(:empty)::before{content:attr(data-label) " ";color:var(--soft);font:inherit;font-weight:400}
th,td{padding:.35rem .45rem}}
@media print{body{max-width:none;padding:0;font-size:9.5pt}nav,.filter{display:none}.scroll{overflow:visible;border:0}
figure,tr{break-inside:avoid}h2,h3,summary{break-after:avoid}thead{display:table-header-group}}
`;
