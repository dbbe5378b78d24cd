/** Styles of the summary and its charts. */
export const summaryCss = `
.ww-summary{display:grid;gap:14px}
.ww-summary>p{font-size:14px;line-height:21px;max-width:62ch}
.ww-summary figure{margin:0}
.ww-summary figcaption{font-weight:650;margin-bottom:4px}
.ww-sum-bars{display:flex;align-items:flex-end;gap:1px;height:56px;border-bottom:1px solid var(--ww-rule);forced-color-adjust:none}
.ww-sum-bars>span{flex:1 1 0;min-width:1px;display:flex;flex-direction:column;justify-content:flex-end;height:100%}
.ww-sum-bars i{display:block;background:var(--ww-ink)}
.ww-sum-bars i+i{background:var(--ww-ink2)}
.ww-sum-bars i.ww-sum-spread{background:repeating-linear-gradient(0deg,var(--ww-ink2) 0 1px,transparent 1px 3px)}
.ww-sum-ends{display:flex;justify-content:space-between;color:var(--ww-ink2)}
.ww-sum-list{display:grid;grid-template-columns:40% minmax(60px,1fr) max-content;gap:3px 10px;align-items:center}
.ww-sum-list>li{display:contents}
.ww-sum-list>li>span:first-child{display:flex;gap:6px;align-items:center;overflow:hidden;text-overflow:ellipsis}
.ww-sum-list i{height:4px;background:var(--ww-ink);forced-color-adjust:none}
.ww-sum-list b{font-weight:400;text-align:end}
@media (forced-colors:active){.ww-sum-list i,.ww-sum-bars i{background:CanvasText}}
`;
