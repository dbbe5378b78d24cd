/** Styles of the form of a run, in the panel of a workspace and under the controls of a player. */
export const runCss = `
.ww-run{display:grid;gap:10px;justify-items:start;min-width:0;margin:0;padding:0;border:0}
.ww-run-line{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}
.ww-run label{display:inline-flex;gap:6px;align-items:center;color:var(--ww-ink2)}
.ww-run .ww-select{min-height:28px;max-width:100%;padding:0 4px;border:1px solid var(--ww-hair);border-radius:2px;background:var(--ww-panel);color:var(--ww-ink)}
.ww-run-track{width:100%;max-width:420px;height:3px;background:var(--ww-grid);forced-color-adjust:none}
.ww-run-track>i{display:block;height:3px;background:var(--ww-ink);width:0}
.ww-run p{font-variant-numeric:tabular-nums}
@media (pointer:coarse){.ww-run .ww-select{min-height:44px}}
`;
