/** Styles of the record card. */
export const cardCss = `
.ww-card{display:flex;flex-direction:column;min-height:0;height:100%;position:relative}
.ww-card-body{flex:1 1 auto;min-height:0;overflow-y:auto;padding-top:8px;scrollbar-width:thin}
.ww-card-kicker{display:flex;gap:6px;align-items:center;min-height:20px;color:var(--ww-ink2)}
.ww-card-kicker em{font-style:normal;margin-inline-start:auto;border:1px solid var(--ww-ink);color:var(--ww-ink);padding:0 6px;line-height:17px;white-space:nowrap}
.ww-card-about{padding-block:2px 12px;font-size:13px;line-height:19px}
.ww-card-about p,.ww-card-overview li{max-width:60ch}
.ww-card-about p+p{margin-top:8px}
.ww-card-about>.ww-card-none{font-size:12px;line-height:16px}
.ww-card-overview{margin-top:14px;border-top:1px solid var(--ww-rule);padding-top:7px;font-size:12px;line-height:17px}
.ww-card-overview li{padding-top:4px;overflow-wrap:anywhere;text-wrap:pretty}
.ww-card-about p[dir=auto],.ww-card-summary[dir=auto],.ww-card-part>p[dir=auto]{text-align:start}
.ww-card-title{font-size:20px;line-height:25px;font-weight:680;letter-spacing:-.012em;margin:3px 0 8px;overflow-wrap:anywhere;text-wrap:pretty}
.ww-card-title:lang(ar),.ww-card-title:lang(fa),.ww-card-title:lang(ur){letter-spacing:0}
.ww-card-title:focus{outline:none}
.ww-card-facts .ww-words{grid-template-columns:52px minmax(0,1fr);gap:2px 4px}
.ww-card-facts{margin-bottom:10px}
.ww-figure-speakers{padding-inline-start:10px}
.ww-select{min-height:24px;max-width:100%;border:1px solid var(--ww-hair);border-radius:2px;background:var(--ww-panel);color:var(--ww-ink);padding:0 4px}
.ww-card-summary{margin-bottom:10px;line-height:17px;max-width:60ch}
.ww-card-part{margin-bottom:12px;overflow-wrap:anywhere}
.ww-card-part>h4{margin-bottom:3px}
.ww-accounts{overflow-x:auto;scrollbar-width:thin;margin-bottom:5px}
.ww-accounts table{border-collapse:collapse;width:100%;font-size:11.5px;line-height:14.5px;table-layout:fixed;min-width:calc(74px + var(--ww-speakers,1)*100px)}
.ww-accounts thead td,.ww-accounts tbody th{width:74px;hyphens:auto}
.ww-accounts thead th,.ww-accounts thead td{font-weight:650;text-align:start;vertical-align:bottom;padding:0 0 4px;padding-inline-end:8px;border-bottom:1px solid var(--ww-rule);overflow-wrap:break-word}
.ww-accounts thead th span{display:block;font-weight:400;color:var(--ww-ink2)}
.ww-accounts tbody th{font-weight:400;text-align:start;vertical-align:top;color:var(--ww-ink2);padding:4px 0;padding-inline-end:6px;border-bottom:1px solid var(--ww-grid);overflow-wrap:break-word}
.ww-accounts td{vertical-align:top;padding:4px 0;padding-inline-end:8px;border-bottom:1px solid var(--ww-grid);overflow-wrap:break-word}
.ww-accounts tbody th,.ww-accounts thead td{position:sticky;inset-inline-start:0;background:var(--ww-page)}
.ww-accounts .ww-not-said{color:var(--ww-ink3);font-style:italic}
.ww-accounts .ww-not-said:lang(ar){font-style:normal}
.ww-sources>li{padding:3px 0 4px;border-bottom:1px solid var(--ww-grid)}
.ww-sources .ww-secondary,.ww-quotes{font-size:11px;line-height:14px}
.ww-sources .ww-link{display:inline-block;padding:4px 0;margin:-4px 0}
.ww-quotes{margin-top:5px}
.ww-quotes>li{margin-bottom:2px}
.ww-linked .ww-text-button{display:flex;gap:6px;align-items:center;min-height:24px;width:100%}
.ww-linked u{text-decoration:none;border-bottom:1px solid var(--ww-hair)}
.ww-linked i{font-style:normal;color:var(--ww-ink2)}
.ww-linked .ww-text-button:hover u{border-color:var(--ww-ink)}
.ww-card-foot{flex:none;display:flex;justify-content:space-between;align-items:center;gap:8px;border-top:1px solid var(--ww-rule);min-height:32px}
.ww-card-foot .ww-text-button{min-height:28px;min-width:24px}
.ww-card-foot .ww-text-button:hover:not(:disabled){text-decoration:underline}
.ww-card-foot .ww-text-button:disabled{color:var(--ww-ink3);cursor:default}
.ww-card-foot .ww-arrow::before{content:"\\2039\\00a0"}
.ww-card-foot .ww-arrow-next::after{content:"\\00a0\\203a"}
.ww-media{display:block;max-width:100%;max-height:320px;margin-block:4px}
@media (pointer:coarse){.ww-card-foot .ww-text-button,.ww-linked .ww-text-button{min-height:44px}}
`;
