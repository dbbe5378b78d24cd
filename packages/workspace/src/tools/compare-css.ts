/** Styles of comparisons: what is chosen, and the table. */
export const compareCss = `
.ww-compare form{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:8px 16px;margin-bottom:12px}
.ww-compare fieldset{border:0;border-top:1px solid var(--ww-rule);margin:0;padding:6px 0 0;min-width:0}
.ww-compare legend{font-weight:680;padding:0;padding-inline-end:6px}
.ww-compare label{display:flex;gap:8px;align-items:center;margin-top:4px}
.ww-compare label>span{flex:none;color:var(--ww-ink2)}
.ww-compare .ww-cmp-whole>span{flex:0 0 116px}
.ww-compare fieldset label>span{min-width:36px}
.ww-compare label>:is(input,select){flex:1 1 0;min-width:0}
.ww-compare .ww-cmp-whole{grid-column:1/-1;margin:0}
.ww-compare .ww-select{min-height:28px}
.ww-cmp-foot{display:flex;flex-wrap:wrap;gap:8px;align-items:center;justify-content:space-between;margin-top:12px}
.ww-cmp-count{margin-bottom:6px;font-weight:650}
@media (pointer:coarse){.ww-compare :is(.ww-select,.ww-input){min-height:44px}}
.ww-cmp table{border-collapse:collapse;width:100%;table-layout:fixed}
.ww-cmp :is(th,td){text-align:start;vertical-align:top;padding-block:3px;padding-inline:0 10px;border-bottom:1px solid var(--ww-grid);font-weight:400;overflow-wrap:anywhere;hyphens:auto}
.ww-cmp :is(th,td):last-child{padding-inline-end:0}
.ww-cmp thead th{font-weight:650;vertical-align:bottom;border-bottom-color:var(--ww-rule)}
.ww-cmp tbody th[colspan]{font-weight:650;padding-top:12px;border-bottom-color:var(--ww-rule)}
.ww-cmp tbody th[scope=row],.ww-cmp .ww-cmp-same td{color:var(--ww-ink2)}
.ww-cmp .ww-cmp-differs td{font-weight:650}
.ww-cmp small{display:block;font-size:11px;line-height:14px;font-weight:400;color:var(--ww-ink2)}
.ww-cmp td.ww-silent{color:var(--ww-ink2);font-style:italic;font-weight:400}
.ww-cmp td.ww-silent:is(:lang(ar),:lang(fa),:lang(zh)){font-style:normal}
.ww-cmp-sign{display:inline-block;min-width:14px;font-family:"Segoe UI Symbol","Apple Symbols","DejaVu Sans",sans-serif}
.ww-cmp-text{display:block}
.ww-cmp td{position:relative}
.ww-cmp-notes{margin-top:8px}
.ww-cmp-name{width:26%}
.ww-cmp-change{width:21%}
@media print{.ww-cmp .ww-cmp-notes{margin-top:2mm}}
@media (max-width:480px){
.ww-tool.ww-wide{width:100%;inset-inline-end:0;border-inline:0}
.ww-compare form{grid-template-columns:minmax(0,1fr)}
.ww-cmp .ww-cmp-name{width:29%}
.ww-cmp .ww-cmp-change{width:22%}
.ww-cmp :is(th,td){padding-inline-end:7px;font-size:11.5px;line-height:15px}
.ww-cmp td>.ww-cmp-word{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
}
`;
