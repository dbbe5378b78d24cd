/** Movable edges, the menu of the layout, and the borders of panes that may stand anywhere. */
export const layoutCss = `
.ww-ws-time{border-top:1px solid var(--ww-rule)}
:is([data-layout=wide],[data-layout=tablet])>.ww-top{border-top:0}
:is([data-layout=wide],[data-layout=tablet])>:is(.ww-ws-side,.ww-ws-map,.ww-ws-table,.ww-ws-card,.ww-ws-time.ww-sized){contain:size}
.ww-ws-time.ww-sized{overflow:hidden auto;scrollbar-width:thin}
.ww-ws-status.ww-lasting{flex:1 1 100%;order:3;display:flex;gap:12px;align-items:center;justify-content:space-between;padding-top:4px;border-top:1px solid var(--ww-grid);color:var(--ww-ink)}
.ww-ws-status.ww-lasting:empty{display:none}
.ww-ws-status.ww-lasting:not(:empty)~.ww-ws-buttons{margin-inline-start:auto}
.ww-ws-loading{display:flex;flex-direction:column;gap:12px;align-items:flex-start}
.ww-ws-head>.ww-ws-loading>.ww-ws-progress{flex:0 1 240px}
.ww-ws-head>.ww-ws-loading{flex:1 1 100%;order:4;flex-direction:row;align-items:center;gap:16px;min-width:0;padding-top:4px;border-top:1px solid var(--ww-grid)}
.ww-ws-dividers{display:contents}
.ww-ws-divider{position:relative;z-index:4;touch-action:none;user-select:none}
.ww-ws-divider-columns{justify-self:end;width:9px;margin-inline-end:-5px;cursor:col-resize}
.ww-ws-divider-rows{align-self:end;height:9px;margin-bottom:-5px;cursor:row-resize}
.ww-ws-divider::after{content:"";position:absolute;background:var(--ww-hair);forced-color-adjust:none}
.ww-ws-divider-columns::after{inset:calc(50% - 12px) 3px;height:24px}
.ww-ws-divider-rows::after{inset:3px calc(50% - 12px);width:24px}
.ww-ws-divider:is(:hover,:focus-visible,[data-dragged])::after{background:var(--ww-ink)}
.ww-ws-divider-columns:is(:hover,:focus-visible,[data-dragged])::after{inset:0 3px;height:auto}
.ww-ws-divider-rows:is(:hover,:focus-visible,[data-dragged])::after{inset:3px 0;width:auto}
.ww-workspace .ww-ws-divider:focus-visible{outline-offset:-1px}
.ww-menu-item.ww-layout-preset{display:flex;align-items:center;gap:10px;min-height:32px}
.ww-layout-picture{flex:none;display:block;color:var(--ww-ink2)}
[dir=rtl] .ww-layout-picture{transform:scaleX(-1)}
.ww-layout-preset[aria-checked=true]{background:var(--ww-on);color:var(--ww-on-ink);forced-color-adjust:none}
.ww-layout-preset[aria-checked=true] .ww-layout-picture{color:inherit}
.ww-layout-reset{margin-top:4px;border-top:1px solid var(--ww-grid)}
[data-layout=phone] .ww-ws-time{border-top:0}
[data-layout=phone] .ww-layout-button,[data-layout=phone] .ww-ws-dividers{display:none}
@media (forced-colors:active){.ww-ws-divider::after{background:CanvasText}.ww-layout-preset[aria-checked=true]{background:Highlight;color:HighlightText}}
@media (pointer:coarse){.ww-ws-divider-columns{width:24px;margin-inline-end:-12px}.ww-ws-divider-columns::after{inset:calc(50% - 16px) 10px}.ww-ws-divider-rows{height:24px;margin-bottom:-12px}.ww-ws-divider-rows::after{inset:10px calc(50% - 16px)}.ww-layout-preset{min-height:44px}}
`;
