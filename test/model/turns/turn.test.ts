import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** Channels that have been made, and how many of their ports were closed. */
const made: MessageChannel[] = [];
let closed = 0;

class CountedChannel extends MessageChannel {
  constructor() {
    super();
    made.push(this);
    const close = this.port1.close.bind(this.port1);
    this.port1.close = () => {
      closed++;
      close();
    };
  }
}

/** The module as a browser has it, whose platform is asked at each call. */
async function inBrowser(document: object | undefined) {
  vi.resetModules();
  vi.stubGlobal("setImmediate", undefined);
  vi.stubGlobal("document", document);
  vi.stubGlobal("MessageChannel", CountedChannel);
  return await import("@whenwhere/model");
}

describe("a turn of the event loop in a browser", () => {
  beforeEach(() => {
    made.length = 0;
    closed = 0;
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    for (const { port1 } of made) port1.close();
  });

  it("takes one channel in a page, however many turns are asked for, and keeps their order", async () => {
    const { afterTurn } = await inBrowser({});
    const came: number[] = [];
    await new Promise<void>((resolve) => {
      afterTurn(() => {
        came.push(1);
        afterTurn(() => came.push(4));
        afterTurn(resolve);
      });
      for (const turn of [2, 3]) afterTurn(() => came.push(turn));
    });
    expect(came).toEqual([1, 2, 3, 4]);
    expect(made).toHaveLength(1);
  });

  it("leaves no port open in a worker, which would not end", async () => {
    const { afterTurn } = await inBrowser(undefined);
    await new Promise<void>((resolve) => afterTurn(() => afterTurn(resolve)));
    expect(made).toHaveLength(2);
    expect(closed).toBe(2);
  });
});
