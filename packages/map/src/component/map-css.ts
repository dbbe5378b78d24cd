/** Styles of the map's frame, on top of the base of all views. Inside the stage left and right are the map's own. */
export const mapCss = `
.ww-map{display:flex;flex-direction:column;height:100%;min-height:0;background:var(--ww-page);container-type:inline-size}
.ww-map-head{flex:none;padding:2px 16px}
.ww-map-head .ww-head-note{flex:1 1 120px}
.ww-map-stage{position:relative;flex:1 1 200px;min-height:120px;overflow:hidden;background:var(--ww-stage-ground,var(--ww-water));forced-color-adjust:none}
.ww-map-ground,.ww-map-records,.ww-map-hands{position:absolute;inset:0;width:100%;height:100%}
.ww-map-ground{direction:ltr}
.ww-map-ground canvas{display:block}
.ww-map-ground>.ww-map-layer{position:absolute;inset:0;overflow:hidden}
.ww-map .ww-map-waiting{position:absolute;inset:0;display:grid;place-content:center;color:var(--ww-ink2);animation:ww-map-late 0s .4s both!important}
@keyframes ww-map-late{from{visibility:hidden}}
.ww-map-ground>.ww-map-coming{visibility:hidden}
.ww-map-ground .maplibregl-canvas{position:absolute;left:0;top:0}
.ww-map-records{pointer-events:none}
.ww-map-hands{cursor:grab;outline-offset:-2px!important;touch-action:pan-x pan-y;-webkit-user-select:none;user-select:none;-webkit-tap-highlight-color:transparent}
.ww-map-hands.ww-moves{touch-action:none}
.ww-map-hands.ww-selects{cursor:crosshair;touch-action:none}
.ww-map-hands.ww-over{cursor:pointer}
.ww-map-hands:active:not(.ww-selects){cursor:grabbing}
.ww-map-current{position:absolute;pointer-events:none;border:2px dashed var(--ww-halo)}
.ww-map-box{position:absolute;pointer-events:none;border:1.5px solid var(--ww-halo);box-shadow:0 0 0 9999px color-mix(in srgb,var(--ww-land) 58%,transparent)}
.ww-map-lasso{position:absolute;inset:0;width:100%;height:100%;pointer-events:none;overflow:visible}
.ww-map-lasso path{fill:none;stroke:var(--ww-halo);stroke-width:1.5;stroke-linejoin:round}
.ww-map-lasso .ww-map-veil{fill:color-mix(in srgb,var(--ww-land) 58%,transparent);stroke:none}
.ww-map-here{position:absolute;width:16px;height:16px;margin:-8px;border:2px solid var(--ww-halo);border-radius:50%;background:radial-gradient(circle,var(--ww-halo) 3px,var(--ww-page) 3.5px);pointer-events:none}
.ww-map-tools>button{display:inline-flex;align-items:center;justify-content:center;padding:0 6px}
.ww-map:fullscreen{height:100%;width:100%}
.ww-map-corner{display:flex;flex-direction:column;gap:6px;pointer-events:none}
.ww-map-corner>*{pointer-events:auto}
.ww-map-corner-top{position:absolute;z-index:1;inset-block-start:8px;inset-inline-start:8px;align-items:flex-start;max-width:calc(100% - 16px)}
.ww-map-bar{position:absolute;z-index:1;inset-block-end:8px;inset-inline:8px;display:flex;justify-content:space-between;align-items:flex-end;gap:8px;pointer-events:none}
.ww-map-corner-start{flex-direction:row;flex-wrap:wrap;align-items:flex-end}
.ww-map-corner-start .ww-button,.ww-map-corner-start .ww-segments>button{font-size:11.5px;min-height:24px;position:relative}
.ww-map-corner-end{flex:0 1 auto;min-width:0;align-items:flex-end}
.ww-map-says{padding:3px 8px;background:var(--ww-panel);border:1px solid var(--ww-hair);max-width:100%}
.ww-map-chip{display:inline-flex;align-items:center;gap:8px;padding-inline-start:8px;background:var(--ww-panel);border:1px solid var(--ww-rule)}
.ww-map-chip button{min-width:24px;min-height:24px;border:0;border-inline-start:1px solid var(--ww-hair);background:none;cursor:pointer}
.ww-map-tray{background:var(--ww-panel);border:1px solid var(--ww-hair);max-width:min(260px,70cqi)}
.ww-map-tray>button{display:block;width:100%;min-height:24px;padding:2px 9px;border:0;background:none;font-size:11.5px;font-weight:680;text-align:start;cursor:pointer}
.ww-map-tray ul{max-height:132px;overflow:auto;padding:0 0 5px;scrollbar-width:thin}
.ww-map-row{display:flex;gap:7px;align-items:center;width:100%;min-height:24px;padding:2px 9px;border:0;background:none;text-align:start;cursor:pointer}
.ww-map-row>span{min-width:0}
.ww-map-tray .ww-map-row>span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.ww-map-row:hover{background:var(--ww-tint)}
.ww-map-row:focus-visible{outline-offset:-2px}
.ww-map-row[aria-pressed=true],.ww-map-row[aria-current=true]{font-weight:650;box-shadow:inset 0 1px var(--ww-rule),inset 0 -1px var(--ww-rule);background:var(--ww-tint)}
.ww-map-row svg{flex:none}
.ww-map-more{padding:2px 9px;color:var(--ww-ink2)}
.ww-map-legend{display:flex;flex-wrap:wrap;align-items:center;gap:2px 12px;padding:1px 0 5px;font-size:11.5px;line-height:15px}
.ww-map-legend[hidden]{display:none}
.ww-map-legend strong{font-weight:680}
.ww-map-legend ul{flex:1 1 220px;color:var(--ww-ink2);font-size:11px}
.ww-map-legend ul>li{display:inline}
.ww-map-legend ul>li+li::before{content:" \\00b7  "}
.ww-map-steps{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(48px,max-content);padding:3px 0 1px}
.ww-map-steps i{display:block;height:10px;background:color-mix(in srgb,var(--ww-map-ink,var(--ww-ink)) calc(var(--ww-step)*100%),var(--ww-land));border:1px solid var(--ww-hair);margin-inline-end:-1px;forced-color-adjust:none}
.ww-map-steps span{display:block;font-size:11px;white-space:nowrap;padding-inline-end:4px}
.ww-map[dir=rtl] .ww-map-steps span{text-align:right;padding-inline:4px 0}
.ww-map-scale{white-space:nowrap;display:flex;flex-direction:column;align-items:flex-end;font-size:11px;line-height:14px;color:var(--ww-ink2);text-shadow:1.5px 0 var(--ww-land),-1.5px 0 var(--ww-land),0 1.5px var(--ww-land),0 -1.5px var(--ww-land),1px 1px var(--ww-land),-1px 1px var(--ww-land),1px -1px var(--ww-land),-1px -1px var(--ww-land),0 0 3px var(--ww-land);pointer-events:none}
.ww-map-scale[hidden]{display:none}
.ww-map:is(:lang(ar),:lang(fa)) .ww-map-scale{line-height:20px}
.ww-map-scale i{display:block;height:5px;border:1px solid var(--ww-ink2);border-top:0;box-shadow:0 0 0 1.5px var(--ww-land)}
.ww-map-foot{flex:none;padding:3px 8px 4px;border-top:1px solid var(--ww-grid)}
.ww-map[dir=rtl] .ww-map-credit>bdi{display:inline-block}
.ww-map-credit{font-size:10.5px;line-height:13px;color:var(--ww-ink2);text-align:start}
.ww-map-popup{position:absolute;z-index:6;inset:auto;width:max-content;max-width:min(320px,calc(100% - 16px));max-height:min(calc(100% - 16px),320px);overflow:auto;padding:0;margin:0;background:var(--ww-panel);color:var(--ww-ink);border:1px solid var(--ww-rule);scrollbar-width:thin}
.ww-map-popup-head{display:flex;align-items:center;gap:8px;padding-inline-start:9px;border-bottom:1px solid var(--ww-grid);position:sticky;top:0;background:var(--ww-panel)}
.ww-map-popup-head h4{flex:1;min-width:0;overflow-wrap:anywhere}
.ww-map-popup-head button{min-width:28px;min-height:28px;border:0;background:none;cursor:pointer}
.ww-map-popup .ww-map-row{align-items:flex-start;padding:5px 9px}
.ww-map-popup .ww-map-row>span{overflow-wrap:anywhere}
.ww-map-popup .ww-map-row[aria-pressed=true]{font-weight:400}
.ww-map-popup li+li{border-top:1px solid var(--ww-grid)}
.ww-map .ww-tooltip{pointer-events:none}
@container (max-width:560px){
.ww-map-head .ww-map-wide{display:none}
.ww-map-tray ul{max-height:100px}
}
@container (max-width:240px){
.ww-map-corner-start{display:none}
.ww-map-foot{padding:2px 0 0;border-top:0}
}
@container (max-width:400px){
.ww-map-head{padding:2px 8px}
.ww-map-head .ww-head-note{white-space:normal;flex-basis:100%;order:3;padding-bottom:4px}
}
@media print{.ww-map{break-inside:avoid}.ww-map :is(.ww-map-corner-start,.ww-map-current,.ww-map-popup button,.ww-map-chip button){display:none}}
@media (pointer:coarse){
.ww-map-row{min-height:44px}
.ww-map-chip button,.ww-map-popup-head button{min-width:44px;min-height:44px}
.ww-map-corner-start .ww-button,.ww-map-corner-start .ww-segments>button,.ww-map-tray>button{min-height:28px;min-width:32px;padding-inline:7px;position:relative}
.ww-map-corner-start .ww-button::after,.ww-map-corner-start .ww-segments>button::after,.ww-map-tray>button::after{content:"";position:absolute;inset:-8px -3px}
}
`;
