import type { MapProjection } from "@whenwhere/map";
import { WhenWhereError } from "@whenwhere/model";
import { type StoryHandle, story } from "@whenwhere/workspace";
import { given } from "../data/given.ts";
import type { MountContext, Mounted } from "./element-kind.ts";

async function textOf({ host, attribute }: MountContext): Promise<string> {
  const address = attribute("story");
  if (address === null) return host.querySelector('script[type="text/markdown"]')?.textContent ?? "";
  const answer = await fetch(new URL(address, host.baseURI));
  if (answer.ok) return answer.text();
  throw new WhenWhereError(
    "load/status",
    `${address} answers ${answer.status}.`,
    "Check the address of the story: one Markdown or JSON file.",
  );
}

/** Mounts a story over the records of the element. */
export async function mount(context: MountContext): Promise<Mounted> {
  const { target, store, words, attribute } = context;
  const markdown = await textOf(context);
  const projection = attribute("projection") as MapProjection | null;
  const options = given({ lane: attribute("lane"), projection });
  const handle: StoryHandle = story(target, { store, words, markdown, ...options });
  return { handle, destroy: () => handle.destroy() };
}
