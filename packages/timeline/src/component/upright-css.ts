/** Style text of a timeline whose time runs downward, on top of its own. */
export const uprightCss = `
[data-orientation=vertical] :is(.ww-tl-strip[data-over=handle],.ww-tl-slider){cursor:ns-resize}
[data-orientation=vertical] .ww-tl-strip{touch-action:none}
[data-orientation=vertical] .ww-tl-slider{width:24px;height:24px}
.ww-tl-lane[data-place=top]{flex-flow:row wrap;align-content:flex-start;gap:0 3px;padding-inline:4px 1px;line-height:17px;overflow:hidden}
.ww-tl-lane[data-place=top]>.ww-tl-lane-name{order:-1;flex:1 0 100%;max-width:100%}
.ww-tl-lane[data-place=top]>svg{margin-block:1px}
.ww-tl-lane[data-place=top][data-group=true]{line-height:23px}
.ww-tl-lane[data-place=top][data-group=true]>.ww-tl-lane-name{order:0;flex:0 1 auto;max-width:calc(100% - 15px)}
.ww-tl-lane[data-place=top][data-group=true]>svg~.ww-tl-lane-name{max-width:calc(100% - 34px)}
.ww-tl-lane[data-place=top][data-group=true]>svg{margin-block:4px}
.ww-tl-lane[data-place=top][data-group=false]>.ww-tl-fold{order:-2;block-size:17px}
.ww-tl-lane[data-place=top][data-group=false]>.ww-tl-lane-name{flex:1 0 calc(100% - 15px);max-width:calc(100% - 15px)}
`;
