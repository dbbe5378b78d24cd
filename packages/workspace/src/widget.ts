import type { ViewHandle } from "@whenwhere/view";

/** What the parts of the workspace that are words, not pictures, return. */
export type WidgetHandle<Options, Events, State> = Omit<ViewHandle<Options, Events, State>, "toSVG" | "toPNG">;
