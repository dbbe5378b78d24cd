/** The frame of the workspace and its phone; `gridTemplate` has the columns and rows of wider pages. */
export const workspaceCss = `
.ww-workspace{display:grid;position:relative;width:100%;min-width:0;overflow:clip;background:var(--ww-page)}
.ww-workspace .ww{background:none}
.ww-workspace .ww-tl-shown{display:none}
:is([data-layout=wide],[data-layout=tablet]) .ww-map-head>.ww-head-note{display:flex;flex-flow:row wrap;flex:1 1 0;order:0;height:16px;padding:0;white-space:nowrap}
:is([data-layout=wide],[data-layout=tablet]) .ww-map-head>.ww-head-note::before{content:"";width:1px;height:16px;margin-inline-end:-1px}
.ww-ws-head{grid-area:head;position:relative;display:flex;flex-wrap:wrap;align-items:center;gap:4px 20px;padding:8px 16px;min-height:52px;border-bottom:1px solid var(--ww-rule)}
.ww-ws-title{font-size:19px;line-height:24px;font-weight:680;letter-spacing:-.012em;text-wrap:pretty}
.ww-ws-title:is(:lang(ar),:lang(fa)){letter-spacing:0}
.ww-ws-counts{display:flex;flex-wrap:wrap;gap:0 14px;align-items:center}
.ww-ws-status{color:var(--ww-ink2);margin-inline-start:auto}
.ww-ws-status:not(.ww-lasting){position:absolute;z-index:10;inset-block-start:calc(100% + 6px);inset-inline-end:16px;max-width:calc(100% - 32px);padding:5px 10px;background:var(--ww-panel);color:var(--ww-ink);border:1px solid var(--ww-rule);pointer-events:none}
.ww-ws-clear{min-height:44px;margin-block:-10px -6px;color:var(--ww-ink2);text-decoration:underline;text-decoration-color:var(--ww-hair);text-underline-offset:2px}
:is([data-layout=wide],[data-layout=tablet])>.ww-ws-head .ww-ws-clear{display:none}
:is([data-layout=wide],[data-layout=tablet])>.ww-ws-head>.ww-ws-counts{display:block;flex:1 1 400px;min-width:0;min-height:34px;font-size:13px;line-height:16px;align-content:center}
:is([data-layout=wide],[data-layout=tablet])>.ww-ws-head>.ww-ws-counts:is(:lang(ar),:lang(zh)){flex-basis:340px}
:is([data-layout=wide],[data-layout=tablet])>.ww-ws-head .ww-counts{display:inline;margin-inline-end:14px}
:is([data-layout=wide],[data-layout=tablet])>.ww-ws-head .ww-report>*{display:inline-block;height:16px;font-size:12px;vertical-align:top}
:is([data-layout=wide],[data-layout=tablet])>.ww-ws-head .ww-report-button{position:relative;min-height:16px;line-height:16px}
:is([data-layout=wide],[data-layout=tablet])>.ww-ws-head .ww-report-button::before{content:"";position:absolute;inset:-4px 0}
.ww-report-button{white-space:nowrap}
.ww-ws-buttons{display:flex;flex-wrap:wrap;gap:8px;margin-inline-start:auto}
.ww-ws-status.ww-lasting:not(:empty)+.ww-ws-buttons{margin-inline-start:0}
.ww-ws-tabs{grid-area:tabs;display:none}
.ww-ws-side{grid-area:side;padding:10px 16px;overflow-y:auto;min-height:0;scrollbar-width:thin}
.ww-ws-time{grid-area:time;min-width:0;min-height:0;position:relative}
.ww-ws-map{grid-area:map;border-top:1px solid var(--ww-rule);min-width:0;min-height:0;position:relative}
.ww-ws-table{grid-area:table;border-top:1px solid var(--ww-rule);padding-inline:16px;min-width:0;min-height:0}
.ww-ws-card{grid-area:card;border-top:1px solid var(--ww-rule);padding-inline:16px;min-width:0;min-height:0;display:flex;flex-direction:column}
.ww-ws-card>.ww-card{flex:1 1 auto;height:auto}
.ww-ws-grip{display:none}
.ww-ws-map>.ww{height:100%}
.ww-ws-placeholder{height:100%;display:grid;place-content:center;color:var(--ww-ink2)}
.ww-workspace[data-layout=wide]{min-height:var(--ww-workspace-height,clamp(760px,100vh,1000px))}
.ww-workspace[data-layout=tablet]{min-height:var(--ww-workspace-height,0)}
.ww-workspace[data-layout=phone]{min-height:var(--ww-workspace-height,max(640px,100dvh));grid-template:"head" auto "tabs" auto "time" auto "map" minmax(320px,1fr) "card" auto/minmax(0,1fr)}
.ww-workspace[data-layout=phone][data-tab=records]{grid-template:"head" auto "tabs" auto "table" minmax(300px,1fr) "card" auto/minmax(0,1fr)}
.ww-workspace[data-layout=phone][data-tab=filter]{grid-template:"head" auto "tabs" auto "side" 1fr "card" auto/minmax(0,1fr)}
[data-layout=phone]>:is(.ww-ws-map,.ww-ws-table){contain:size}
[data-layout=phone] .ww-ws-head{padding:8px 14px;border-bottom:0;gap:6px 8px}
[data-layout=phone] .ww-ws-head .ww-ws-title{width:100%}
[data-layout=phone] .ww-ws-buttons{flex:1 1 100%;position:relative;margin-bottom:4px}
[data-layout=phone] .ww-ws-buttons>*{flex:1 1 auto}
[data-layout=phone] .ww-ws-buttons>.ww-disclosure{position:static}
[data-layout=phone] .ww-ws-buttons>.ww-disclosure>.ww-button{width:100%}
[data-layout=phone] .ww-ws-buttons .ww-popover{inset-inline:0;width:auto;max-width:none}
.ww-ws-status:empty{display:none}
[data-layout=phone][data-tab=filter] .ww-ws-card,[data-layout=phone][data-tab=records] .ww-ws-card:has(.ww-card-about),[data-layout=phone] .ww-ws-card:has(.ww-card-about:empty){display:none}
[data-layout=phone] .ww-ws-counts{display:contents}
[data-layout=phone] .ww-counts{width:100%}
[data-layout=phone] .ww-ws-counts:has(>.ww-ws-clear:not([hidden]))>.ww-counts{flex:1 1 56%;width:auto}
[data-layout=phone] .ww-ws-tabs{display:flex;border-bottom:1px solid var(--ww-rule)}
.ww-ws-tabs>button{flex:1 1 0;min-height:44px;padding:0 8px;border:0;background:none;border-top:3px solid transparent;color:var(--ww-ink2);font-size:13px;cursor:pointer}
.ww-ws-tab-count{font-weight:400;color:var(--ww-ink2)}
.ww-ws-tabs>button[aria-selected=true]{border-top-color:var(--ww-on);color:var(--ww-ink);font-weight:650;forced-color-adjust:none}
[data-layout=phone] .ww-ws-table{border-top:0;padding-top:4px}
[data-layout=phone] .ww-ws-side{overflow:visible}
[data-layout=phone] :is(.ww-ws-table,.ww-ws-side){padding-inline:14px}
[data-layout=phone] .ww-ws-card{position:sticky;bottom:0;padding-inline:14px;max-height:min(232px,44dvh);background:var(--ww-page);z-index:7}
[data-layout=phone] .ww-ws-card:not(.ww-expanded) :is(.ww-card-more,.ww-card-facts .ww-secondary,.ww-words>:nth-child(n+7)){display:none}
[data-layout=phone] .ww-ws-card .ww-card-body{font-size:13px;line-height:18px;padding-top:0}
[data-layout=phone] .ww-ws-card.ww-expanded{max-height:min(80dvh,620px)}
[data-layout=phone] .ww-ws-grip{display:grid;place-items:center;flex:none;height:24px;width:100%;border:0;background:none;cursor:pointer}
[data-layout=phone] .ww-ws-card:has(.ww-card-about){position:static;max-height:none;padding-block:12px 16px}
[data-layout=phone] .ww-ws-card:has(.ww-card-about) .ww-ws-grip{display:none}
[data-layout=phone] .ww-ws-grip::before{content:"";width:36px;height:3px;background:var(--ww-hair);forced-color-adjust:none}
@media (pointer:coarse){
[data-layout=phone] .ww-ws-buttons .ww-button{position:relative;min-height:34px}
[data-layout=phone] .ww-ws-buttons .ww-button::before{content:"";position:absolute;inset:-6px -4px}
.ww-report-button{position:relative}
.ww-report-button::before{content:"";position:absolute;inset:-20px 0 -8px}
[data-layout=phone] .ww-ws-grip{height:44px;margin-bottom:-20px;padding-bottom:20px;z-index:1}
}
.ww-workspace[data-state=message]{display:flex;flex-direction:column;min-height:var(--ww-workspace-height,clamp(240px,100vh,1000px));height:auto}
.ww-ws-message{padding:24px 16px;display:flex;flex-direction:column;gap:12px;align-items:flex-start}
.ww-ws-progress{flex:none;width:240px;max-width:100%;min-width:48px;height:3px;background:var(--ww-grid);forced-color-adjust:none}
.ww-ws-progress>i{display:block;height:3px;background:var(--ww-ink);width:0}
.ww-ws-counts .ww-popover{inset-inline:0 auto}
.ww-report-button{min-height:24px;padding:0;border:0;background:none;color:var(--ww-ink2);cursor:pointer;text-decoration:underline;text-decoration-color:var(--ww-hair);text-underline-offset:2px}
.ww-report-button:hover,.ww-report-button[aria-expanded=true]{color:var(--ww-ink)}
.ww-issue{padding:6px 8px;border-top:1px solid var(--ww-grid)}
.ww-issue summary{cursor:pointer}
.ww-issue :is(.ww-issue-says,.ww-issue-says+.ww-secondary){display:block;overflow-wrap:anywhere}
.ww-issues{padding-block:4px}
.ww-issues>li{padding:3px 0 3px 14px;overflow-wrap:anywhere}
.ww-issues>li>b{font-weight:500;color:var(--ww-ink2)}
.ww-report-tools{padding:8px 8px 2px;border-top:1px solid var(--ww-grid)}
`;
