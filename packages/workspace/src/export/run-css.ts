/** Styles of the form of a run. */
export const runCss = `
.ww-run{display:grid;gap:10px;justify-items:start;min-width:0;margin:0;padding:0;border:0}
.ww-run-line{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}
.ww-run label{display:inline-flex;gap:6px;align-items:center;color:var(--ww-ink2)}
.ww-run .ww-ws-progress{width:100%;flex:none}
.ww-run p{font-variant-numeric:tabular-nums}
`;
