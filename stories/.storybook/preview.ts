import { type Preview, setCustomElementsManifest } from "@storybook/web-components-vite";
import { defineElements, elementsManifest } from "@whenwhere/embed";
import { adoptStyles, baseCss, tokenCss } from "@whenwhere/view";
import { configure } from "storybook/test";
import { WAIT_MS } from "../../test/patience.mjs";
import "./preview.css";

defineElements();
setCustomElementsManifest(elementsManifest());
adoptStyles(document, tokenCss);
adoptStyles(document, baseCss);
// What a play function waits for may take long where pages draw without a GPU.
configure({ asyncUtilTimeout: WAIT_MS });

const preview: Preview = {
  parameters: {
    layout: "fullscreen",
    // Every story is one state; the attributes of the elements stand in their manifest.
    controls: { disable: true },
    options: {
      storySort: {
        order: [
          "Start here",
          "Datasets",
          "Stories",
          "Workspace",
          ["Layouts", "Tools", "Run as a file", "States"],
          "Time glyphs",
          "Place glyphs",
          "Timeline",
          ["Axis", "Lanes", "Labels"],
          "Map",
          ["Points", "Density"],
          "Elements",
          ["All", "States"],
        ],
      },
    },
    a11y: {
      test: "error",
      config: {
        rules: [
          { id: "target-size", enabled: true },
          { id: "region", enabled: true },
        ],
      },
    },
  },
  globalTypes: {
    theme: {
      description: "Theme",
      toolbar: { title: "Theme", icon: "mirror", items: ["reader", "light", "dark"], dynamicTitle: true },
    },
    direction: {
      description: "Language and direction",
      toolbar: { title: "Language", icon: "globe", items: ["en", "ar"], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: "reader", direction: "en" },
  decorators: [
    (story, { globals }) => {
      const { documentElement } = document;
      documentElement.lang = globals.direction;
      documentElement.dir = globals.direction === "ar" ? "rtl" : "ltr";
      if (globals.theme === "reader") documentElement.removeAttribute("data-theme");
      else documentElement.dataset.theme = globals.theme;
      return story();
    },
  ],
};

export default preview;
