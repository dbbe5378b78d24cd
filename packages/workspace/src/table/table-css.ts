import { disclosureCss } from "../disclosure-css.ts";

/** Styles of the table of records. */
export const tableCss = `${disclosureCss}
.ww-table{display:flex;flex-direction:column;min-height:0;height:100%;position:relative}
.ww-table>.ww-head{flex:none}
.ww-table-grid{flex:1 1 auto;min-height:120px;display:flex;flex-direction:column;overflow:auto hidden}
.ww-table-grid>*{min-width:var(--ww-table-least,0)}
.ww-table-head,.ww-table-line{display:grid;grid-template-columns:var(--ww-table-columns);column-gap:8px;align-items:center}
.ww-table-head{overflow:hidden;scrollbar-gutter:stable;scrollbar-width:thin;height:24px;position:relative;flex:none;color:var(--ww-ink2);font-size:11.5px}
.ww-table-head::after{content:"";position:absolute;inset:auto 0 0;border-bottom:1px solid var(--ww-hair)}
.ww-table-head>div{display:flex;align-items:center;height:24px;cursor:pointer;white-space:nowrap;overflow:hidden}
.ww-table-head>div:first-child{padding-inline-start:20px}
.ww-table-head>div[data-sort=ascending]::after{content:"\\2009\\2191";content:"\\2009\\2191"/""}
.ww-table-head>div[data-sort=descending]::after{content:"\\2009\\2193";content:"\\2009\\2193"/""}
.ww-table-head>div[data-sort]{color:var(--ww-ink)}
.ww-table-head small{font-size:9px;align-self:flex-start;line-height:16px;order:1;margin-inline-start:1px}
.ww-table-head>div:hover{text-decoration:underline}
.ww-table-scroll{flex:1 1 0;min-height:0;overflow-y:auto;overflow-x:hidden;position:relative;overscroll-behavior:auto;scrollbar-gutter:stable;scrollbar-width:thin}
.ww-table-space{position:relative;width:100%}
.ww-table-line{contain:size layout style;position:absolute;inset-inline:0;top:0;height:24px;border-bottom:1px solid var(--ww-grid);font-size:11.5px;line-height:23px;cursor:pointer}
.ww-table-line>div{min-width:0;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;color:var(--ww-ink2)}
.ww-table-line>div.ww-table-what{color:var(--ww-ink);display:flex;gap:6px;align-items:center}
.ww-table-line>.ww-table-when{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;white-space:normal}
.ww-table-what span{flex:1 1 auto;min-width:0;overflow:hidden;text-overflow:ellipsis}
.ww-table-line.ww-group{grid-template-columns:1fr;cursor:default;border-bottom-color:var(--ww-hair)}
.ww-table-line.ww-group>div{color:var(--ww-ink);font-weight:650;font-size:12px}
.ww-table-line.ww-hovered{background:var(--ww-tint)}
.ww-table-line.ww-selected{background:var(--ww-tint);box-shadow:inset 0 1px var(--ww-halo),inset 0 -1px var(--ww-halo)}
.ww-table-line.ww-selected>div{color:var(--ww-ink);font-weight:650}
.ww-table-line.ww-picked{background:var(--ww-tint)}
.ww-table-line.ww-picked::before{content:"";position:absolute;inset-block:0;inset-inline-start:0;width:3px;background:var(--ww-halo)}
[aria-busy=true]>.ww-table-scroll{opacity:.6}
.ww-workspace mark,.ww-table mark{background:none;color:inherit;font-weight:650;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:2px}
.ww-table .ww-empty{display:grid;justify-items:start;gap:8px;padding-inline:0}
.ww-table-picks{display:flex;gap:8px;align-items:center}
.ww-table :focus-visible{outline-offset:-2px}
@media (forced-colors:active){.ww-table-line.ww-selected{background:Highlight;forced-color-adjust:none}.ww-table-line.ww-selected>div{color:HighlightText}}
@media (pointer:coarse){.ww-table-head,.ww-table-head>div{height:44px}.ww-table-line{height:44px;line-height:43px;font-size:13px}
.ww-narrow .ww-table-line:has(>:nth-child(3):last-child){grid-template-columns:minmax(0,1fr) minmax(0,max-content);align-content:center;line-height:19px}
.ww-narrow .ww-table-line:has(>:nth-child(3):last-child)>:nth-child(1){grid-column:1/-1}
.ww-narrow .ww-table-line:has(>:nth-child(3):last-child)>:nth-child(2){padding-inline-start:20px}
.ww-narrow .ww-table-line:has(>:nth-child(3):last-child)>:nth-child(n+2){font-size:12px;line-height:17px}}
`;
