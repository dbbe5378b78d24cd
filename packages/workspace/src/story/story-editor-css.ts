/** Styles of the editor. */
export const storyEditorCss = `
.ww-story-editor{display:grid;gap:10px}
.ww-story-editor li{border-top:1px solid var(--ww-grid);padding-top:8px;margin-bottom:12px;display:grid;gap:6px}
.ww-story-editor textarea{min-height:72px;padding:6px 8px;font:inherit;color:inherit;resize:vertical}
.ww-story-editor label{display:grid;gap:2px}
.ww-story-tools{display:flex;flex-wrap:wrap;gap:6px}
.ww-story-moves{display:flex;gap:6px;margin-inline-start:auto}
.ww-story-editor .ww-story-tools .ww-button{min-height:24px;min-width:28px;padding:0 7px}
@media (pointer:coarse){.ww-story-editor .ww-story-tools .ww-button{min-height:44px;min-width:44px}}
`;
