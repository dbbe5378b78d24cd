/** Styles of a page that holds nothing but the dashboard. */
export const PAGE_CSS =
  "html,body{margin:0;height:100%}body{background:#fcfbf9}when-where{display:block;min-height:100%}" +
  ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin:0;white-space:nowrap}" +
  "@media (prefers-color-scheme:dark){body{background:#171614}}";
