import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { canvasTextMetrics, creditLine, familyWith, type PictureOptions, svgToPng } from "@whenwhere/view";
import { sceneToSVG } from "../draw/scene-to-svg.ts";
import { svgCredit } from "../draw/svg-credit.ts";
import { describeScene } from "../scene/describe.ts";
import { dateFacts, factWords } from "../scene/marks/facts.ts";
import type { TimelineScene } from "../scene/types.ts";
import { rowOfId, sceneSize, settledScene, storeOf, type TimelineCore } from "./core.ts";
import { bringLaneOfRowIntoSight } from "./lanes/lane-sight.ts";
import { fit, outOfSight, setView } from "./motion/moves.ts";
import type { TimelineHandle, TimelineState } from "./options.ts";
import { createPicture, type Picture } from "./picture/picture.ts";
import { DEFAULT_HEIGHT_PX } from "./picture/picture-scene.ts";
import { isSparkline, sparklineText } from "./picture/show-size.ts";

const SVG_FORM: OptionForm<PictureOptions> = { fonts: ["system", [Object]] };

/** The public face of a timeline. */
export function createHandle(core: TimelineCore, life: Pick<TimelineHandle, "update" | "destroy">): TimelineHandle {
  return {
    ...life,
    element: core.root.element,
    on: core.emitter.on,
    get scene() {
      return settledScene(core);
    },
    get state() {
      return stateOf(core);
    },
    fit: (span, how) => fit(core, span, glideOf(core, how)),
    goTo(id, how) {
      if (isSparkline(core)) return;
      const row = rowOfId(core, id);
      if (row < 0) return;
      bringLaneOfRowIntoSight(core, row);
      const span = outOfSight(core, row);
      if (span !== null) setView(core, span, glideOf(core, how));
    },
    describe() {
      if (isSparkline(core)) return sparklineText(core);
      const said = describeScene(settledScene(core), { store: storeOf(core), words: core.picture.words });
      const marks = said.marks.map((mark) => mark.text);
      const facts = factWords(dateFacts(storeOf(core)), { words: core.picture.words });
      return [
        said.summary,
        ...(facts === "" ? [] : [facts]),
        ...said.lanes,
        ...said.notes,
        ...marks,
        ...said.columns,
        ...said.links,
      ].join("\n");
    },
    toSVG(how = {}) {
      refusePicture(how, SVG_FORM, "SVG");
      return svgOf(core, how).text;
    },
    async toPNG(how = {}) {
      refusePicture(how, { ...SVG_FORM, scale: [Number] }, "PNG");
      const { fonts, ...size } = how;
      const { text, heightPx, scene } = svgOf(core, fonts === undefined ? {} : { fonts });
      return svgToPng(text, { widthPx: scene.widthPx, heightPx, ...size });
    },
  };
}

/** @throws WhenWhereError `timeline/option-unknown`. */
function refusePicture<How extends PictureOptions>(how: How, form: OptionForm<How>, kind: string): void {
  refuseOptions(how, form, { code: "timeline", name: `timeline.to${kind}` });
}

/** A host's own call jumps, unless it or the options say otherwise. */
function glideOf(core: TimelineCore, how: { readonly animate?: boolean } = {}): "animate" | "jump" {
  return (how.animate ?? core.picture.options.motion === "all") ? "animate" : "jump";
}

function stateOf({ picture, mode }: TimelineCore): TimelineState {
  const {
    lane = "category",
    height,
    overview,
    collapsed = [],
    laneOrder = "first",
    histogram = false,
  } = picture.options;
  const fields = typeof lane === "object" ? lane : [lane];
  const names = fields.filter((field) => typeof field === "string");
  return {
    lane: names.length < fields.length ? null : names.length === 1 ? (names[0] as string) : names,
    collapsed,
    laneOrder,
    histogram,
    height: height ?? DEFAULT_HEIGHT_PX,
    overview: overview !== false,
    mode,
    orientation: picture.options.orientation ?? "horizontal",
    view: picture.view,
    window: picture.brush,
  };
}

interface SvgPicture {
  readonly text: string;
  readonly heightPx: number;
  readonly scene: TimelineScene;
}

function svgOf(core: TimelineCore, { fonts = "system" }: PictureOptions = {}): SvgPicture {
  const { theme } = core;
  const font = familyWith(fonts, core.letters.family);
  const picture = pictureIn(core, font);
  const { view: _, ...size } = sceneSize(core);
  const scene = picture.scene({ ...size, focusRow: -1, stop: null, drawHeaders: true });
  const { summary } = describeScene(scene, { store: storeOf(core), words: picture.words });
  const description = isSparkline(core) ? picture.sparklineText() : summary;
  const title = picture.words.t("timeline.title");
  const credit = creditLine(storeOf(core));
  const heightPx = scene.heightPx + svgCredit(credit, scene).heightPx;
  const about = { title, description, credit, fonts, font, locale: picture.words.locale };
  return { scene, heightPx, text: sceneToSVG(scene, theme, about) };
}

/** What other letters say takes another room: the whole is laid out anew for them. */
function pictureIn(core: TimelineCore, font: string): Picture {
  if (font === core.letters.family) return core.picture;
  return createPicture(core.picture.options, canvasTextMetrics(font), core.picture.upright);
}
