/** Styles of search, facets and legend. */
export const facetsCss = `
.ww-search{position:relative;margin-bottom:4px}
.ww-search kbd{position:absolute;inset-inline-end:8px;top:6px;font:inherit;color:var(--ww-ink3);pointer-events:none}
.ww-search input:focus+kbd,.ww-search input:not(:placeholder-shown)+kbd{display:none}
.ww-search-help{margin-top:2px;color:var(--ww-ink2)}
.ww-search-help summary{cursor:pointer;min-height:24px;line-height:24px}
.ww-search-help li{padding-bottom:3px}
.ww-filter-bar{display:flex;flex-wrap:wrap;gap:4px;align-items:center;margin-bottom:10px;position:relative}
.ww-filter-bar .ww-disclosure{position:static}
.ww-filter-bar .ww-popover{inset-inline:0;top:30px;width:auto;min-width:0;max-width:none}
.ww-step{font-size:14px;line-height:1}
.ww-filter-bar .ww-button-small{padding:0 6px}
[dir=rtl] .ww-step>span{display:block;transform:scaleX(-1)}
.ww-filter-clear{min-height:24px;white-space:nowrap;margin-inline-start:auto;text-decoration:underline;text-underline-offset:2px;text-decoration-color:var(--ww-hair)}
.ww-filter-said{flex-basis:100%}
.ww-filter-said:empty{display:none}
.ww-saved-list>li{display:flex;gap:4px;align-items:center}
.ww-saved-list .ww-menu-item{flex:1 1 auto;min-width:0;overflow-wrap:anywhere}
.ww-saved-form{display:flex;flex-wrap:wrap;gap:6px;padding:6px 8px 2px}
.ww-saved-form .ww-input{width:auto;flex:1 1 130px;min-width:0}
.ww-section{border-top:1px solid var(--ww-rule);padding-top:7px;margin-bottom:10px}
.ww-facets>.ww-section{contain-intrinsic-block-size:auto 160px;overflow-clip-margin:8px}
.ww-facets.ww-moving>.ww-section{content-visibility:auto}
.ww-facets>.ww-section:has(>.ww-facet-head [aria-expanded=false]){padding-top:2px;margin-bottom:2px}
.ww-facets>.ww-section:has(>.ww-facet-head [aria-expanded=false])+.ww-section:has(>.ww-facet-head [aria-expanded=false]){border-top-color:var(--ww-grid)}
.ww-facet-title{min-height:24px;font-weight:680;display:inline-flex;align-items:center;gap:6px}
.ww-facet-title::after,.ww-facet-opener::before{content:"";width:5px;height:5px;border:solid var(--ww-ink2);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg);flex:none}
[dir=rtl] .ww-facet-title::after,[dir=rtl] .ww-facet-opener::before{transform:rotate(135deg)}
.ww-facet-title[aria-expanded=true]::after,.ww-facet-opener[aria-expanded=true]::before{transform:rotate(45deg)!important}
.ww-active .ww-facet-title{text-decoration:underline;text-underline-offset:2px}
.ww-facet-find{margin:2px 0 4px;min-height:26px}
.ww-facets-tree>li{display:grid;grid-template-columns:minmax(0,1fr) 16px}
.ww-facets-tree>li>.ww-facet{grid-column:1;grid-row:1}
.ww-facet-opener{grid-column:2;grid-row:1;width:24px;height:24px;margin-inline-end:-8px;display:grid;place-items:center;padding:0;border:0;background:none;cursor:pointer}
.ww-facets-tree .ww-facets-parts{grid-column:1/-1}
.ww-facets-parts{padding-inline:18px 16px}
.ww-figure{padding:4px 0 6px}
.ww-figure-head{display:flex;justify-content:space-between;gap:8px}
.ww-figure-said{font-weight:650}
.ww-figure-counts{font-size:11px}
.ww-figure-sliders{position:relative;height:24px}
.ww-figure-track{position:absolute;inset:11px 6px auto;height:2px;background:var(--ww-grid);forced-color-adjust:none}
.ww-figure-track::before{content:"";position:absolute;inset-block:0;inset-inline:var(--ww-from) calc(100% - var(--ww-to));background:var(--ww-ink)}
.ww-figure-input{position:absolute;inset:0;width:100%;height:24px;margin:0;background:none;appearance:none;-webkit-appearance:none;pointer-events:none}
.ww-figure-input::-webkit-slider-runnable-track{background:none;height:24px}
.ww-figure-input::-moz-range-track{background:none}
.ww-figure-input::-webkit-slider-thumb{-webkit-appearance:none;pointer-events:auto;width:12px;height:18px;margin-top:3px;border:1px solid var(--ww-rule);border-radius:2px;background:var(--ww-panel);cursor:pointer}
.ww-figure-input::-moz-range-thumb{pointer-events:auto;width:12px;height:18px;border:1px solid var(--ww-rule);border-radius:2px;background:var(--ww-panel)}
.ww-facet-head{display:flex;align-items:baseline;justify-content:space-between;min-height:16px}
.ww-facet-clear{min-height:24px;min-width:24px;margin:-4px 0;text-decoration:underline;text-underline-offset:2px;text-decoration-color:var(--ww-hair)}
.ww-facet-only{min-height:24px;color:var(--ww-ink2);text-decoration:underline;text-underline-offset:2px;text-decoration-color:var(--ww-hair)}
.ww-facet-more{min-height:24px;color:var(--ww-ink2)}
.ww-facet{position:relative;display:grid;grid-template-columns:minmax(0,1fr) auto;grid-template-rows:minmax(17px,auto) 4px;column-gap:4px;width:100%;min-height:24px;padding:2px 0 0;border:0;background:none;text-align:start;align-items:center;cursor:pointer;touch-action:manipulation}
.ww-facet-name{display:flex;gap:5px;align-items:center;min-width:0;line-height:16px}
.ww-facet-name>span{overflow:hidden;overflow-wrap:break-word;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}
.ww-facet-count{align-self:start;line-height:17px;min-width:var(--ww-count-room,0);text-align:end}
.ww-facet-count i{font-style:normal;color:var(--ww-ink2)}
.ww-facet-bar{grid-column:1/-1;height:3px;background:linear-gradient(var(--ww-ink),var(--ww-ink)) 0 0,linear-gradient(var(--ww-grid),var(--ww-grid)) 100% 0,repeating-linear-gradient(90deg,var(--ww-ink) 0 1.5px,transparent 1.5px 3.5px) 0 0,var(--ww-grid);background-repeat:no-repeat;background-size:0 100%,100% 100%,100% 100%;forced-color-adjust:none}
[dir=rtl] .ww-facet-bar{background-position:100% 0,0 0,0 0}
.ww-facet.ww-none{color:var(--ww-ink2)}
.ww-facet:hover .ww-facet-name>span{text-decoration:underline;text-underline-offset:2px}
.ww-facet[aria-pressed=true]{font-weight:650;background:var(--ww-tint);box-shadow:-5px 0 var(--ww-tint),5px 0 var(--ww-tint)}
.ww-facet[aria-pressed=true] .ww-facet-name::before{content:"\\2713";font-weight:680}
.ww-facets-note{margin-bottom:10px;font-size:11.5px}
.ww-legend-list>li{display:flex;gap:6px;align-items:center;min-height:18.6px}
.ww-legend-list svg{flex:none;forced-color-adjust:none}
[dir=rtl] .ww-legend-list svg{transform:scaleX(-1)}
@media (forced-colors:active){.ww-facet[aria-pressed=true]{background:Highlight;color:HighlightText;box-shadow:none;forced-color-adjust:none}.ww-facet[aria-pressed=true] i{color:HighlightText}}
@media (pointer:coarse){.ww-step{min-width:44px}.ww-filter-bar .ww-popover{top:48px}.ww-search kbd{display:none}.ww-facet-opener,.ww-facet-title{min-height:44px}.ww-facet{min-height:44px;grid-template-rows:minmax(38px,auto) 4px;font-size:13px}.ww-facet-count{line-height:38px}.ww-facets-tree>li{grid-template-columns:minmax(0,1fr) 34px}.ww-facet-opener{width:44px}.ww-facets-parts{padding-inline-end:34px}}
@media print{.ww-facets>:is(.ww-search,.ww-filter-bar){display:none}}
`;
