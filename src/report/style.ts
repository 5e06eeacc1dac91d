/** What the page of a check has beside what every page has. */
export const CLAIMS_STYLE = `
.tiles .money{grid-column:span 2}.tiles .money b{white-space:nowrap}
.controls{display:grid;grid-template-columns:2fr repeat(3,1fr) auto;gap:.5rem .75rem;align-items:end;margin:.75rem 0}
.controls label{display:block;font-size:.85rem;color:var(--soft)}
.controls input,.controls select{width:100%;min-width:0;height:2.5rem}
.controls input,.controls select,.controls button,.pages button{font:inherit;padding:.45rem .6rem;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:.4rem}
.controls ::placeholder{color:var(--soft);opacity:1}
.controls button,.pages button{cursor:pointer;background:var(--panel);height:2.5rem}
.pages button:disabled{cursor:default;border-color:var(--line);color:var(--soft)}
:is(.controls,.pages,details) :is(input,select,button,summary):focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:1px}
.pages{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;margin:.75rem 0}
.claim{border:1px solid var(--line);border-radius:.4rem;margin:.6rem 0;background:var(--page)}
.claim>summary{display:flex;flex-wrap:wrap;gap:.3rem .75rem;align-items:center;padding:.55rem .75rem;background:var(--panel);border-radius:.4rem;list-style:none}
.claim>summary::-webkit-details-marker{display:none}
.claim>summary::before{content:"";border:.32rem solid transparent;border-left-color:var(--soft);margin-right:-.35rem}
.claim[open]>summary::before{border-color:var(--soft) transparent transparent;margin:.3rem -.2rem 0 -.15rem}
.claim[open]>summary{border-radius:.4rem .4rem 0 0;border-bottom:1px solid var(--line)}
.claim h3{margin:0;font-size:1rem;font-family:ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
.claim .about{color:var(--soft);font-weight:400;font-size:.9rem}
.claim .stake{margin-left:auto;font-weight:400;font-variant-numeric:tabular-nums}
.claim caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.claim tbody{border-top:1px solid var(--line)}
.claim tbody:first-of-type{border-top:0}
.claim td{border-top:0}
@media (min-width:40.01rem){.claim table{table-layout:fixed}.claim th:nth-child(1){width:4.5rem}.claim th:nth-child(3){width:6rem}
.claim th:nth-child(4){width:15rem}.claim th:nth-child(5){width:9rem}.claim th:nth-child(6){width:9rem}}
.badge{display:inline-block;border:1px solid var(--tone,var(--line));border-left-width:.35rem;border-radius:.3rem;padding:0 .4rem;font-weight:600;font-size:.85rem;white-space:nowrap}
.finding{border-left:.2rem solid var(--tone);padding:.1rem 0 .1rem .65rem;margin:0 0 .5rem .25rem}
.claim>.finding{margin:.25rem .9rem .6rem;font-size:.92rem}
.finding p{margin:0}.finding .edit{font-size:.85rem;color:var(--soft)}
.finding dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .65rem;margin:.2rem 0 0;font-size:.9rem}
.finding dt{font-size:inherit}.finding dd{margin:0;overflow-wrap:anywhere}
.remarks{margin:.5rem 0;padding-left:1.2rem}
.remarks li{margin:.25rem 0}
@media (max-width:60rem){.controls{grid-template-columns:1fr 1fr}.controls>:first-child{grid-column:1/-1}}
@media (max-width:40rem){.claim .stake{margin-left:0}
table.stack.compact td{display:inline-block;margin-right:.75rem}
.claim table.stack tr{border-top:0;padding:.35rem .65rem 0}.claim table.stack tr.why{padding-bottom:.35rem}
.claim table.stack tr.line td{display:inline-block;margin-right:.75rem;width:auto}
.finding dl{grid-template-columns:1fr}.finding dd{margin-bottom:.25rem}}
@media print{.controls,.pages{display:none}.claim{break-inside:avoid}}
`;
