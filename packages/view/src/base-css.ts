import { PAPER_TOKENS } from "./paper.ts";

/**
 * Type, rules, controls and focus, for everything inside an element of class `ww`. Logical sides only. What a page's own
 * text hands down (capitals, spacing, shadows, white space) ends here: a shadow root lets it in. Paper takes ink on white, and no
 * controls.
 */
export const baseCss = `
.ww,.ww *{box-sizing:border-box}
.ww{color-scheme:var(--ww-scheme);background:var(--ww-page);color:var(--ww-ink);font:400 12px/16px var(--ww-font);font-variant-numeric:tabular-nums;letter-spacing:normal;word-spacing:normal;text-transform:none;text-indent:0;text-shadow:none;text-align:start;text-align-last:auto;white-space:normal;word-break:normal;overflow-wrap:normal;line-break:auto;hyphens:manual;tab-size:8;quotes:auto;list-style:disc;cursor:auto;writing-mode:horizontal-tb;text-orientation:mixed;-webkit-text-fill-color:currentcolor;-webkit-text-stroke:0 currentcolor;text-rendering:geometricPrecision;-webkit-font-smoothing:antialiased;-webkit-text-size-adjust:100%}
.ww :where(h1,h2,h3,h4,p,ul,ol,dl,dd,figure){margin:0;padding:0}
.ww :where(ul,ol){list-style:none}
.ww :where(h3,h4){font-size:12px;line-height:16px;font-weight:680}
.ww :where(button,input,select){font:inherit;color:inherit;letter-spacing:inherit;margin:0}
.ww [hidden]{display:none!important}
.ww [dir=auto]{text-align:-webkit-match-parent;text-align:match-parent}
.ww :focus-visible{outline:2px solid var(--ww-halo);outline-offset:2px}
.ww-secondary{color:var(--ww-ink2)}
.ww-small{font-size:11px;line-height:14px}
.ww-head{min-height:32px;display:flex;flex-wrap:wrap;align-items:center;gap:4px 14px}
.ww-head h3{white-space:nowrap}
.ww-head-note{color:var(--ww-ink2);min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.ww-head-tools{margin-inline-start:auto;display:flex;flex-wrap:wrap;gap:4px 8px;align-items:center}
.ww-button{min-height:28px;padding:0 10px;border:1px solid var(--ww-hair);border-radius:2px;background:var(--ww-panel);white-space:nowrap;cursor:pointer;touch-action:manipulation}
.ww-button-small{min-height:24px;min-width:24px;padding:0 7px}
.ww-button:hover{border-color:var(--ww-ink)}
.ww-button:disabled{color:var(--ww-ink2);border-color:var(--ww-grid);cursor:default}
.ww-segments{display:inline-flex;border:1px solid var(--ww-hair);border-radius:2px;background:var(--ww-panel)}
.ww-segments>button{min-height:24px;min-width:28px;padding:0 9px;border:0;background:none;cursor:pointer;touch-action:manipulation}
.ww-segments>button:hover{text-decoration:underline}
:is(.ww-button,.ww-segments>button):is([aria-pressed=true],[aria-expanded=true],[aria-checked=true],[aria-selected=true]){background:var(--ww-on);color:var(--ww-on-ink);border-color:var(--ww-on);forced-color-adjust:none}
.ww-mark{display:block;flex:none;forced-color-adjust:none;overflow:visible}
.ww-words{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 12px}
.ww-words dt{color:var(--ww-ink2)}
.ww-words dd{overflow-wrap:anywhere}
.ww-tooltip{position:absolute;z-index:5;max-width:min(280px,100% - 8px);width:max-content;padding:5px 9px 6px;background:var(--ww-panel);color:var(--ww-ink);border:1px solid var(--ww-rule);line-height:16px;overflow-wrap:anywhere}
.ww-error{padding:12px 16px;border:1px solid var(--ww-rule);background:var(--ww-panel);max-width:640px}
.ww-error-title{font-weight:650;font-size:13px;line-height:18px;margin-bottom:6px}
.ww-empty{padding:16px;color:var(--ww-ink2)}
.ww-visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
@media (pointer:coarse){.ww-button,.ww-input,.ww-segments>button{min-height:44px;min-width:44px}}
@media print{.ww{color-scheme:light;${PAPER_TOKENS}}.ww-head-tools{display:none}}
@media (prefers-reduced-motion:reduce){.ww *{transition:none!important;animation:none!important;scroll-behavior:auto!important}}
`;
