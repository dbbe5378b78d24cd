/** A story: the text beside drawings that stay in sight; on a phone below them. */
export const storyCss = `
.ww-story{display:grid;grid-template-columns:minmax(300px,400px) minmax(0,1fr);width:100%;position:relative;overflow-x:clip}
.ww-story-text{padding:0 28px 40vh 24px;padding-inline:24px 28px;min-width:0}
.ww-story-text:focus{outline:none}
.ww-story-text [dir=auto]{text-align:start}
.ww-story-head{padding-block:56px 12vh}
.ww-story-head h2{font-size:30px;line-height:36px;font-weight:680;letter-spacing:-.018em;text-wrap:balance}
.ww-story :is(h2,h3):is(:lang(ar),:lang(fa)){letter-spacing:0}
.ww-story-body :where(p,ul,ol,blockquote,h4,h5){margin-block:0 12px}
.ww-story-body{font-size:15px;line-height:23px;max-width:38em;overflow-wrap:break-word}
.ww-story-head .ww-story-body{margin-top:16px;color:var(--ww-ink2)}
.ww-story-body h4{font-size:15px;line-height:22px}
.ww-story-body :is(ul,ol){padding-inline-start:20px}
.ww-story-body ul{list-style:disc}
.ww-story-body ol{list-style:decimal}
.ww-story-body blockquote{margin-inline:0;padding-inline-start:12px;border-inline-start:2px solid var(--ww-hair);color:var(--ww-ink2)}
.ww-story-step{border-top:1px solid var(--ww-grid);padding-block:20px 22vh;scroll-margin-block-start:24vh}
.ww-story-step>*{opacity:1;color:var(--ww-ink2)}
.ww-story-step[aria-current=step]{border-top-color:var(--ww-rule)}
.ww-story-step[aria-current=step]>*{color:var(--ww-ink)}
.ww-story-number{font-size:11px;line-height:16px;margin-bottom:6px}
.ww-story-step h3{font-size:20px;line-height:25px;font-weight:680;letter-spacing:-.012em;margin-bottom:10px;text-wrap:balance}
.ww-story-step h3:focus{outline:none}
.ww-story-step h3:focus-visible{outline:2px solid var(--ww-halo);outline-offset:3px}
.ww-story-shows{margin-top:10px;font-size:12px;line-height:17px;padding-inline-start:10px;border-inline-start:2px solid var(--ww-hair)}
.ww-story-views{position:sticky;top:0;height:var(--ww-story-height,100vh);min-width:0;display:grid;grid-template-rows:auto minmax(0,1fr) auto;border-inline-start:1px solid var(--ww-rule);background:var(--ww-page)}
.ww-story-views .ww{background:none}
.ww-story-time{min-width:0;position:relative;padding-block-start:8px}
.ww-story-map .ww-map-corner-start{display:none}
.ww-story-map{min-width:0;min-height:0;position:relative;border-top:1px solid var(--ww-rule);contain:size}
.ww-story-map>.ww{height:100%}
.ww-story-map .ww-map-stage{min-height:0}
.ww-story-bar{display:flex;align-items:center;gap:12px;padding:6px 12px;min-height:40px;border-top:1px solid var(--ww-rule);background:var(--ww-page)}
.ww-story-bar>span{flex:1 1 auto;min-width:0}
.ww-story[data-layout=phone]{display:flex;flex-direction:column}
.ww-story[data-layout=phone] .ww-story-views{order:-1;height:min(62vh,560px);z-index:2;border-inline-start:0;border-bottom:1px solid var(--ww-rule);grid-template-rows:auto minmax(0,1fr) auto}
.ww-story[data-layout=phone] .ww-story-text{padding-inline:16px;padding-block-end:20vh}
.ww-story[data-layout=phone] .ww-story-head{padding-block:24px 8vh}
.ww-story[data-layout=phone] .ww-story-head h2{font-size:24px;line-height:29px}
.ww-story[data-layout=phone] .ww-story-step{padding-block:16px 12vh;scroll-margin-block-start:min(64vh,576px)}
.ww-story[data-layout=phone] .ww-story-bar{padding-inline:8px}
@media (max-height:440px){
.ww-story{grid-template-columns:minmax(240px,min(40%,400px)) minmax(0,1fr)}
.ww-story[data-layout=phone] .ww-story-views{position:static;height:auto}
.ww-story[data-layout=phone] .ww-story-map{height:200px}
.ww-story[data-layout=phone] .ww-story-step{scroll-margin-block-start:8px}
}
@media (forced-colors:active){.ww-story-step>*{color:CanvasText}.ww-story-step[aria-current=step]{border-top:3px solid Highlight}}
@media print{
.ww-story,.ww-story[data-layout=phone]{display:block}
.ww-story[data-layout] .ww-story-views{position:static;height:auto;display:block;border:0;break-inside:avoid}
.ww-story[data-layout] .ww-story-map{height:100mm;contain:none}
.ww-story[data-layout] .ww-story-bar{display:none}
.ww-story[data-layout] .ww-story-text{padding:0}
.ww-story[data-layout] .ww-story-head{padding-block:0 6mm}
.ww-story[data-layout] .ww-story-step{padding-block:4mm 6mm;break-inside:avoid}
.ww-story-step>*,.ww-story-step[aria-current=step]>*{color:#1c1b19}
}
`;
