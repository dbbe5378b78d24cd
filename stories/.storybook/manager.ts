import { addons } from "storybook/manager-api";
import { create } from "storybook/theming";

const base = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

// What a story shows has the whole page; the panel of checks opens by its key (A).
addons.setConfig({
  theme: create({ base, brandTitle: "whenwhere", brandUrl: "./" }),
  bottomPanelHeight: 0,
  selectedPanel: "storybook/a11y/panel",
});
