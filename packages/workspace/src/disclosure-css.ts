/** Buttons that open a small panel, and what stands in it. */
export const disclosureCss = `
.ww-disclosure{position:relative}
.ww-popover{position:absolute;inset-inline-end:0;top:calc(100% + 4px);z-index:10;min-width:180px;width:max-content;max-width:min(420px,86vw);max-height:60vh;overflow:auto;padding:8px;background:var(--ww-panel);border:1px solid var(--ww-rule)}
.ww-popover.ww-popover-up{top:auto;bottom:calc(100% + 4px)}
.ww-menu-item{display:block;width:100%;min-height:28px;padding:0 8px;border:0;background:none;text-align:start;cursor:pointer}
.ww-menu-item:hover,.ww-menu-item:focus-visible{background:var(--ww-tint)}
.ww-menu-item.ww-choice{display:flex;align-items:center;gap:10px}
.ww-choice input{margin:0;width:14px;height:14px;accent-color:var(--ww-on)}
.ww-popover p.ww-secondary{padding:0 8px 4px}
.ww-popover .ww-export-scope{width:0;min-width:100%;text-wrap:pretty}
.ww-popover h3,.ww-popover>div>p{padding-inline:8px}
.ww-popover h3{padding-block:4px 2px}
@media (pointer:coarse){.ww-menu-item{min-height:44px}}
`;
