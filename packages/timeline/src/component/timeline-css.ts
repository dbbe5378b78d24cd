import { printCss } from "./print.ts";

/** Style text of the timeline, on top of the base of all views. Logical sides only; works in a document and a shadow root. */
export const timelineCss = `
.ww-timeline{position:relative;min-width:0}
.ww-timeline .ww-visually-hidden{margin:0}
.ww-timeline .ww-head{padding:0 16px}
.ww-tl-stage{position:relative;overflow:hidden}
.ww-tl-stage canvas{display:block;position:absolute;inset:0;forced-color-adjust:none;pointer-events:none}
.ww-tl-surface{position:absolute;inset-inline:0;top:0;touch-action:pan-y;cursor:grab;user-select:none;-webkit-user-select:none}
.ww-tl-surface:focus{outline:none}
.ww-tl-surface:focus-visible::after{content:"";position:absolute;inset:0;border:2px solid var(--ww-halo);pointer-events:none}
.ww-tl-surface[data-mode=select]{cursor:crosshair}
.ww-tl-surface[data-dragging=pan]{cursor:grabbing}
.ww-tl-surface[data-over=mark]{cursor:pointer}
.ww-tl-strip{position:absolute;inset-inline:0;touch-action:pan-y;cursor:crosshair;user-select:none;-webkit-user-select:none}
.ww-tl-strip[data-over=handle]{cursor:ew-resize}
.ww-tl-strip[data-over=brush]{cursor:grab}
.ww-tl-slider{position:absolute;left:0;top:0;width:24px;height:28px;cursor:ew-resize;touch-action:none}
.ww-tl-slider:focus-visible{outline:2px dashed var(--ww-halo);outline-offset:-2px}
.ww-tl-lane{position:absolute;z-index:1;display:flex;align-items:flex-start;gap:4px;line-height:20px;white-space:nowrap;max-width:100%;cursor:default;touch-action:pan-y;user-select:none;-webkit-user-select:none}
.ww-tl-lane>*{flex:none}
.ww-tl-lane>svg{margin-block:2px}
.ww-tl-lane>.ww-tl-lane-name{flex:0 1 auto;min-width:0;overflow:hidden;text-overflow:ellipsis}
.ww-tl-lane-count{font-size:11px;color:var(--ww-ink2);margin-inline-start:2px}
.ww-tl-lane[data-group]{cursor:pointer}
.ww-tl-lane[data-group=true] .ww-tl-lane-name{font-weight:600}
.ww-tl-lane:focus-visible{outline-offset:-1px}
.ww-tl-lane[data-place=above]{line-height:16px;width:max-content}
.ww-tl-lane[data-place=above] span{background:var(--ww-page);padding-inline-end:4px}
.ww-tl-fixed{pointer-events:none;line-height:18px}
.ww-tl-fold{inline-size:10px;align-self:stretch;max-height:20px;position:relative}
.ww-tl-fold::before{content:"";position:absolute;inset-inline-start:1px;top:6px;border:4px solid transparent;border-inline-start:5px solid currentColor;border-inline-end:0;color:var(--ww-ink2)}
[data-group=true]>.ww-tl-fold::before{border:4px solid transparent;border-top:5px solid currentColor;border-bottom:0;inset-inline-start:0;top:8px}
.ww-tl-drop{position:absolute;z-index:2;inset-inline:0;height:2px;background:var(--ww-ink);pointer-events:none}
.ww-tl-scroll{position:absolute;z-index:1;inset-inline-end:0;width:16px;touch-action:none;cursor:default}
.ww-tl-thumb{position:absolute;inset-inline:5px 3px;background:var(--ww-hair);border-radius:4px}
.ww-tl-scroll:hover .ww-tl-thumb{background:var(--ww-ink2)}
.ww-tl-foot{display:flex;flex-wrap:wrap;align-items:center;gap:4px 14px;padding:2px 16px 6px;color:var(--ww-ink2)}
.ww-tl-dates{display:flex;flex-wrap:wrap;align-items:center;gap:6px 10px;margin-inline-start:auto}
.ww-tl-dates label{display:flex;align-items:center;gap:6px}
.ww-tl-dates input{min-height:24px;width:118px;padding:0 6px;border:1px solid var(--ww-hair);border-radius:2px;background:var(--ww-panel);color:var(--ww-ink)}
.ww-tl-dates input[aria-invalid=true]{border-style:dashed;border-color:var(--ww-ink)}
.ww-tl-select{min-height:24px;border:1px solid var(--ww-hair);border-radius:2px;background:var(--ww-panel);padding:0 4px}
.ww-tl-tip-when{color:var(--ww-ink2)}
.ww-tl-head-note{flex:1 1 0;min-width:120px}
.ww-timeline[data-headers=above] .ww-tl-head-note{display:none}
.ww-tl-beyond{position:absolute;height:24px;padding:0 6px;border:0;background:none;color:var(--ww-ink2);white-space:nowrap;text-decoration:underline;text-decoration-color:var(--ww-hair);text-underline-offset:2px;cursor:pointer;touch-action:manipulation}
.ww-tl-beyond:hover{color:var(--ww-ink);text-decoration-color:var(--ww-ink)}
.ww-tl-beyond[data-side=before]{inset-inline-start:10px}
.ww-tl-beyond[data-side=after]{inset-inline-end:10px}
.ww-tl-beyond:focus-visible{outline-offset:-2px}
.ww-tl-all{position:absolute}
.ww-timeline[data-size=sparkline]{min-width:120px}
.ww-timeline[data-size=sparkline] :is(.ww-head,.ww-tl-foot,.ww-tl-strip,.ww-tl-slider,.ww-tl-lane,.ww-tl-scroll,.ww-tl-beyond,.ww-tl-all){display:none}
.ww-timeline[data-size=sparkline] .ww-tl-stage{pointer-events:none}
@media (pointer:coarse){
.ww-tl-slider{width:44px;height:44px}
.ww-tl-scroll{width:24px}
.ww-tl-thumb{inset-inline:12px 3px}
.ww-timeline .ww-head{min-height:44px}
.ww-timeline .ww-segments>button,.ww-tl-foot .ww-button{position:relative;min-height:30px;min-width:40px}
.ww-tl-all{min-height:30px}
.ww-timeline .ww-segments>button::before,.ww-tl-foot .ww-button::before,.ww-tl-beyond::before,.ww-tl-all::before{content:"";position:absolute;inset:-7px -2px}
.ww-tl-beyond::before{inset:-10px 0}
.ww-tl-dates input,.ww-tl-select{min-height:30px}
.ww-tl-dates label{padding-block:7px}
}
@media (forced-colors:active){.ww-tl-fold::before{forced-color-adjust:none;color:CanvasText}}
${printCss}`;
