/** Styles of search, facets and legend. */
export const facetsCss = `
.ww-search{position:relative;margin-bottom:12px}
.ww-search kbd{position:absolute;inset-inline-end:8px;top:50%;transform:translateY(-50%);font:inherit;color:var(--ww-ink3);pointer-events:none}
.ww-search input:focus+kbd,.ww-search input:not(:placeholder-shown)+kbd{display:none}
.ww-facet-head{display:flex;align-items:baseline;justify-content:space-between;min-height:16px}
.ww-facet-clear{min-height:24px;margin:-4px 0;text-decoration:underline;text-underline-offset:2px;text-decoration-color:var(--ww-hair)}
.ww-facet-more{min-height:24px;color:var(--ww-ink2)}
.ww-facet{position:relative;display:grid;grid-template-columns:minmax(0,1fr) auto;grid-template-rows:17px 4px;column-gap:6px;width:100%;min-height:24px;padding:2px 0 0;border:0;background:none;text-align:start;align-items:center;cursor:pointer;touch-action:manipulation}
.ww-facet-name{display:flex;gap:5px;align-items:center;min-width:0;white-space:nowrap}
.ww-facet-name>span{overflow:hidden;text-overflow:ellipsis}
.ww-facet-count i{font-style:normal;color:var(--ww-ink2)}
.ww-facet-bar{grid-column:1/-1;height:3px;display:flex;background:var(--ww-grid);forced-color-adjust:none}
.ww-facet-bar b{background:var(--ww-ink);height:3px}
.ww-facet-bar u{height:3px;background:repeating-linear-gradient(90deg,var(--ww-ink) 0 1.5px,transparent 1.5px 3.5px)}
.ww-facet.ww-none{color:var(--ww-ink2)}
.ww-facet:hover .ww-facet-name>span{text-decoration:underline;text-underline-offset:2px}
.ww-facet[aria-pressed=true]{font-weight:650;background:var(--ww-tint);box-shadow:-5px 0 var(--ww-tint),5px 0 var(--ww-tint)}
.ww-facet[aria-pressed=true] .ww-facet-name::before{content:"\\2713";font-weight:680}
.ww-facets-note{margin-bottom:10px;font-size:11.5px}
.ww-legend-list>li{display:flex;gap:6px;align-items:center;min-height:18.6px}
.ww-legend-list svg{flex:none;forced-color-adjust:none}
[dir=rtl] .ww-legend-list svg{transform:scaleX(-1)}
@media (forced-colors:active){.ww-facet[aria-pressed=true]{background:Highlight;color:HighlightText;box-shadow:none;forced-color-adjust:none}.ww-facet[aria-pressed=true] i{color:HighlightText}}
@media (pointer:coarse){.ww-facet{min-height:44px;grid-template-rows:30px 4px;font-size:13px}}
`;
