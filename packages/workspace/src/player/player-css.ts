/** Styles of the player. Its line of time runs as that of the timeline does: from the side where reading begins. */
export const playerCss = `
.ww-player{display:flex;flex-wrap:wrap;align-items:center;gap:6px 16px;padding:6px 16px;container-type:inline-size}
.ww-player-keys>button{display:inline-flex;align-items:center;justify-content:center;gap:6px}
.ww-player :is(.ww-segments>button,select){min-height:28px}
.ww-player-keys>button+button{border-inline-start:1px solid var(--ww-grid)}
.ww-player[dir=rtl] :is(.ww-player-keys,.ww-player-line) svg{transform:scaleX(-1)}
.ww-player-keys svg{display:block;width:12px;height:12px;fill:currentColor;flex:none}
.ww-player-keys>.ww-player-play:not([hidden]){display:inline-grid;grid-template:auto 0/auto 1fr;gap:0 6px;justify-items:start;align-content:center}
.ww-player-play::after{content:attr(data-longer);grid-column:2;visibility:hidden;overflow:hidden}
.ww-player-keys>button:disabled{color:var(--ww-ink2);cursor:default;text-decoration:none}
.ww-player-course{flex:1 1 480px;min-width:160px}
.ww-player-line{position:relative;height:32px}
.ww-player-line svg{position:absolute;inset:0 7px auto;width:calc(100% - 14px);height:20px;overflow:visible;pointer-events:none}
.ww-player-line path{fill:var(--ww-hair)}
.ww-player-line rect{fill:var(--ww-halo);fill-opacity:.14}
.ww-player-time{position:absolute;inset:8px 0 0;width:100%;height:24px;background:none;-webkit-appearance:none;appearance:none;cursor:pointer;touch-action:pan-y}
.ww-player-time::-webkit-slider-runnable-track{height:1px;background:var(--ww-ink2)}
.ww-player-time::-moz-range-track{height:1px;background:var(--ww-ink2)}
.ww-player-time::-webkit-slider-thumb{-webkit-appearance:none;width:14px;height:14px;margin-top:-6.5px;border-radius:50%;border:2px solid var(--ww-page);background:var(--ww-halo);box-shadow:0 0 0 1px var(--ww-halo)}
.ww-player-time::-moz-range-thumb{width:10px;height:10px;border-radius:50%;border:2px solid var(--ww-page);background:var(--ww-halo);box-shadow:0 0 0 1px var(--ww-halo)}
.ww-player-off::-webkit-slider-thumb{background:var(--ww-page)}
.ww-player-off::-moz-range-thumb{background:var(--ww-page)}
.ww-player-now{padding-inline:7px;font-weight:650;line-height:16px}
.ww-player-now>span{margin-inline-start:8px;font-weight:400;color:var(--ww-ink2)}
.ww-player-set{display:flex;flex-wrap:wrap;align-items:center;gap:6px 12px}
.ww-player-set label{display:inline-flex;align-items:center;gap:6px;color:var(--ww-ink2);white-space:nowrap}
.ww-player-set select{padding:0 4px;border:1px solid var(--ww-hair);border-radius:2px;background:var(--ww-panel);color:var(--ww-ink)}
.ww-player-run{flex:1 0 100%;display:grid;gap:8px;padding:10px 0 6px;border-top:1px solid var(--ww-grid)}
.ww-player-run[hidden],.ww-player-run>p:empty{display:none}
.ww-player-still{flex-basis:100%;color:var(--ww-ink2)}
@container (max-width:560px){
.ww-player-course{flex-basis:100%;order:-1}
.ww-player-set,.ww-player-set>.ww-segments{flex:1 0 100%}
.ww-player-set>*,.ww-player-set>label>select,.ww-player-set>.ww-segments>button{flex:1 0 auto}
}
@media (pointer:coarse){.ww-player :is(.ww-segments>button,select){min-height:44px}.ww-player-line{height:48px}.ww-player-time{height:40px}}
@media (forced-colors:active){.ww-player-time{appearance:auto;-webkit-appearance:auto}.ww-player-line rect{fill:Highlight}.ww-player-line path{fill:CanvasText}}
@media print{.ww-player{display:none}}
`;
