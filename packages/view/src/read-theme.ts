import { FONT_FAMILY, LIGHT, type Theme } from "./pure/theme.ts";

const SRGB = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/;

/** `color(srgb ...)`, which mixes resolve to, and any other form, such as `oklch(...)`, in the one that every canvas, map and SVG reader knows. */
function plainColor(text: string): string {
  if (text === "" || text.startsWith("rgb")) return text;
  const match = SRGB.exec(text);
  if (match === null) return drawnColor(text);
  const [red, green, blue] = match.slice(1, 4).map((part) => Math.round(Number(part) * 255));
  return match[4] === undefined ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${match[4]})`;
}

/** A colour as a canvas draws it. */
function drawnColor(text: string): string {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (context === null) return "";
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
}

/** What stands on a colour that is not known. */
const UNKNOWN = "#000000";

const NAMES: readonly string[] = [...Object.keys(LIGHT), "on", "on-ink"];

/**
 * The tokens as they stand at `element`, resolved to plain colours for canvas and export: overrides of the page,
 * light or dark, system colours and mixes of forced colours included. Tokens that are missing fall back to the light theme;
 * so do all of them while the element is in no page, where nothing has a colour.
 */
export function readTheme(element: HTMLElement): Theme {
  const probe = document.createElement("span");
  probe.style.setProperty("display", "none");
  // Else the browser answers every question with its text colour when colours are forced.
  probe.style.setProperty("forced-color-adjust", "none");
  element.appendChild(probe);
  const computed = getComputedStyle(probe);
  const theme: Record<string, string> = {};
  for (const name of NAMES) {
    const known = computed.getPropertyValue(`--ww-${name}`) !== "";
    probe.style.setProperty("color", known ? `var(--ww-${name})` : (LIGHT[name] ?? "CanvasText"));
    theme[name] = plainColor(computed.color) || (LIGHT[name] ?? UNKNOWN);
  }
  probe.remove();
  return theme;
}

/** The list of font families at `element`: `--ww-font` as the page sets it, else the library's own. */
export function readFont(element: Element): string {
  const computed = getComputedStyle(element);
  if (computed.getPropertyValue("--ww-font").trim() === "") return FONT_FAMILY;
  const probe = document.createElement("span");
  probe.style.setProperty("display", "none");
  probe.style.setProperty("font-family", "var(--ww-font)");
  element.appendChild(probe);
  const family = getComputedStyle(probe).fontFamily;
  probe.remove();
  return family;
}

/** Ancestors through shadow roots: a theme may be set on any of them. */
function chainOf(element: Element): Element[] {
  const chain: Element[] = [];
  let node: Node | null = element;
  while (node !== null) {
    if (node instanceof Element) chain.push(node);
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return chain;
}

/**
 * Calls back with the new colours when they change: system setting, more contrast, forced colours, or a `data-theme`, `theme`,
 * `class` attribute on the element or above it (on the root also `style`). Says nothing while the element is in no page.
 * Returns the undo.
 */
export function watchTheme(element: HTMLElement, callback: (theme: Theme) => void): () => void {
  let last = JSON.stringify(readTheme(element));
  const check = (): void => {
    if (!element.isConnected) return;
    const theme = readTheme(element);
    const text = JSON.stringify(theme);
    if (text === last) return;
    last = text;
    callback(theme);
  };
  const observer = new MutationObserver(check);
  for (const one of chainOf(element)) {
    // Inline styles change with every layout of a view, so they are watched only where pages set tokens with them.
    const styled = one === document.documentElement ? ["style"] : [];
    observer.observe(one, { attributes: true, attributeFilter: ["data-theme", "theme", "class", ...styled] });
  }
  const settings = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"];
  const queries = settings.map((text) => matchMedia(text));
  for (const query of queries) query.addEventListener("change", check);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener("change", check);
  };
}
