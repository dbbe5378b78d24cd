import { defineElements, type WhenWhereElement } from "@whenwhere/embed";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { eventually } from "../eventually.ts";
import {
  type Answer,
  alertOf,
  button,
  drawn,
  mount,
  notice,
  redirected,
  serve,
  shown,
  slowly,
  text,
  within,
} from "./served-element.ts";

const CSV = "title,date\nOne,2022-02-02\nTwo,2022-02\n";
const UCDP_HEADER =
  "id,year,type_of_violence,conflict_name,side_a,side_b,date_prec,date_start,date_end,where_prec,where_coordinates,latitude,longitude,country,event_clarity,best,high,low";
const UCDP = `${UCDP_HEADER}\n7,2021,1,A: B,A,B,1,2021-07-02,2021-07-02,6,Myanmar,22,98,Myanmar,1,3,4,2\n`;

beforeAll(() => defineElements());
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe("an address that gives no records", () => {
  const page = "<!doctype html><title>Log in</title><p>Log in";
  const cases: readonly (readonly [what: string, answer: Answer, found: RegExp])[] = [
    ["answers 404", () => new Response("gone", { status: 404, statusText: "Not Found" }), /404 Not Found/],
    ["answers 503", () => new Response("", { status: 503 }), /503/],
    ["is a web page", text(page, "text/html"), /web page.*Log in/],
    ["leads elsewhere, to a web page", redirected(text(page, "text/html"), "https://login.example/"), /web page/],
    ["stalls", slowly(["title,date\n"], "stall"), /no byte/],
    ["breaks off", slowly(["title,date\nA,2021\n"], "break"), /broke off after 18 bytes/],
    ["cannot be reached", () => Promise.reject(new TypeError("Failed to fetch")), /no answer/],
    ["is empty", text(""), /no text/],
    ["is a ZIP archive", text("PK\u0003\u0004\u0000\u0000\u0000\u0001"), /ZIP/],
    ["holds nothing usable", text("a,b\n,\n"), /./],
    [
      "holds no usable record",
      text('[{"x": 1}, {"y": 2}]'),
      /None of the 2.* Row 1: .*found only x.*a title, date or place/,
    ],
  ];

  it.each(cases)("is told with what was found, expected and helps when it %s", async (what, answer, found) => {
    serve({ "bad.csv": answer });
    const element = mount("ww-table", (one) => {
      if (what === "stalls") one.setAttribute("stall-seconds", "0.2");
      one.setAttribute("src", "/bad.csv");
    });
    expect(await alertOf(element)).toMatch(found);
    const terms = [...(element.shadowRoot?.querySelectorAll(".ww-error dt") ?? [])].map((term) => term.textContent);
    expect(terms).toEqual(expect.arrayContaining(["Found", "What helps"]));
    expect(element.handle).toBeNull();
    expect(within(element, "progress")).toBeNull();
  });

  it.each(cases)("leaves what was drawn before when it %s", async (what, answer, found) => {
    serve({ "first.csv": text(CSV), "bad.csv": answer });
    const element = mount("ww-table", (one) => {
      one.setAttribute("src", "/first.csv");
      if (what === "stalls") one.setAttribute("stall-seconds", "0.2");
    });
    await drawn(element);
    const { store, handle } = element;
    const grid = within(element, '[role="grid"]');
    const ready = vi.fn();
    element.addEventListener("ww-ready", ready);
    element.setAttribute("src", "/bad.csv");
    const said = await alertOf(element);
    expect(said).toMatch(found);
    expect(said).toContain("What was drawn before is still shown.");
    expect(ready).not.toHaveBeenCalled();
    expect(element.store).toBe(store);
    expect(element.handle).toBe(handle);
    expect(within(element, '[role="grid"]')).toBe(grid);
    expect(store?.count().total).toBe(2);
    expect(grid?.textContent).toContain("Two");
    button(element, "Close this message")?.click();
    expect(notice(element).hidden).toBe(true);
  });

  it("is asked again by a button, and drawn when it answers", async () => {
    let calls = 0;
    serve({ "first.csv": (signal) => (calls++ === 0 ? new Response("", { status: 503 }) : text(CSV)(signal)) });
    const element = mount("ww-table", (one) => one.setAttribute("src", "/first.csv"));
    await alertOf(element);
    button(element, "Try again")?.click();
    await drawn(element);
    expect(within(element, '[role="alert"]')).toBeNull();
  });
});

describe("loading", () => {
  it("shows how many bytes have come, and is cancelled by the keyboard", async () => {
    serve({ "big.csv": slowly(["title,date\n", "One,2022-02-02\n"], "stall", 2_000_000) });
    const failed = vi.fn();
    const element = mount("ww-table", (one) => {
      one.addEventListener("ww-error", failed);
      one.setAttribute("src", "/big.csv");
    });
    await eventually(() => expect(within(element, "progress")?.getAttribute("value")).toBe("26"));
    expect(within(element, ".ww-load-bytes")?.textContent).toBe("0 kB of 2 MB");
    expect(within(element, '[role="status"]')?.textContent).toBe("Reading big.csv");
    await userEvent.tab();
    expect(element.shadowRoot?.activeElement?.textContent).toBe("Cancel");
    await userEvent.keyboard("{Enter}");
    await eventually(() => expect(notice(element).textContent).toContain("Loading was cancelled."));
    expect(element.shadowRoot?.activeElement?.textContent).toBe("Try again");
    expect(failed).not.toHaveBeenCalled();
  });

  it("keeps the view while the next data come, and when they are cancelled", async () => {
    serve({ "first.csv": text(CSV), "big.csv": slowly(["title,date\n"], "stall", 2_000_000) });
    const element = await shown();
    const { handle } = element;
    element.setAttribute("src", "/big.csv");
    await eventually(() => expect(within(element, "progress")).not.toBeNull());
    expect(element.handle).toBe(handle);
    button(element, "Cancel")?.click();
    expect(notice(element).textContent).toContain("What was drawn before is still shown.");
    expect(element.handle).toBe(handle);
  });

  it("lets the last address win, whatever comes first", async () => {
    let answerAtLast: () => void = () => {};
    const late = new Promise<void>((resolve) => {
      answerAtLast = resolve;
    });
    const slow = vi.fn<Answer>(async (signal) => {
      await late;
      return text(CSV)(signal);
    });
    serve({ "slow.csv": slow, "quick.csv": text("title,date\nQuick,2021\n") });
    const element = mount("ww-table", (one) => one.setAttribute("src", "/slow.csv"));
    await eventually(() => expect(slow).toHaveBeenCalledOnce());
    element.setAttribute("src", "/quick.csv");
    await drawn(element);
    expect(slow.mock.calls[0]?.[0].aborted).toBe(true);
    answerAtLast();
    await slow.mock.results[0]?.value;
    // Whoever waited for the answer has been told by the next task.
    await new Promise((resolve) => setTimeout(resolve));
    expect(element.store?.incident(0).title).toBe("Quick");
  });

  it("keeps its views when the last rows of a large file come, and its head tells of them all", async () => {
    const ROWS = 24_000;
    const long = "of a long list of events that are told at some length";
    const lines = Array.from({ length: ROWS }, (_, i) => `e${i},Event ${i} ${long},2022-0${(i % 9) + 1},strike\n`);
    const half = lines.length / 2;
    let sendRest: () => void = () => {};
    const asked = new Promise<void>((resolve) => {
      sendRest = resolve;
    });
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        const send = (part: string): void => controller.enqueue(new TextEncoder().encode(part));
        send(`id,title,date,category\n${lines.slice(0, half).join("")}`);
        await asked;
        send(lines.slice(half).join(""));
        controller.close();
      },
    });
    const head = { "content-type": "text/csv", "content-length": "2400000" };
    serve({ "long.csv": () => new Response(body, { headers: head }) });
    const element = mount("when-where", (it) => it.setAttribute("src", "long.csv"));
    await eventually(() => expect(within(element, ".ww-table")).not.toBeNull());
    const table = within(element, ".ww-table");
    expect(within(element, ".ww-report-button")).toBeNull();
    sendRest();
    await eventually(() => expect(within(element, ".ww-report-button")?.textContent).toContain("24,000"));
    expect(within(element, ".ww-table")).toBe(table);
    expect(within(element, ".ww-ws-head")?.textContent).toContain("24,000");
  });

  it("fetches nothing anew for an attribute of the view", async () => {
    const asked = serve({ "first.csv": text(CSV) });
    const element = await shown("ww-timeline");
    const { store } = element;
    element.setAttribute("lane", "kind");
    await drawn(element);
    expect(element.store).toBe(store);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe("several inputs", () => {
  it("are joined, with their reports", async () => {
    serve({ "a.csv": text(CSV), "b.csv": text("id,title,date\nx,Three,2021\n,Four,never\n") });
    const element = mount("when-where", (one) => one.setAttribute("src", "/a.csv /b.csv"));
    await drawn(element);
    expect(element.store?.count()).toMatchObject({ total: 4, undated: 1 });
    const line = within(element, ".ww-report-button");
    expect(line?.textContent).toBe("4 read, 1 changed, 0 refused");
    line?.click();
    expect(element.shadowRoot?.textContent).toContain('/b.csv: "date" is "never"');
  });

  it("give a second record of an id one of its own, and say so", async () => {
    serve({ "a.csv": text("id,title\n1,One\n"), "b.csv": text("id,title\n1,Another\n2,Two\n") });
    const element = mount("ww-table", (one) => one.setAttribute("src", "/a.csv /b.csv"));
    await drawn(element);
    const titles = [0, 1, 2].map((row) => element.store?.incident(row).title);
    expect(titles.sort()).toEqual(["Another", "One", "Two"]);
  });

  it("show what can be read, and say what cannot", async () => {
    serve({ "a.csv": text(CSV) });
    const element = mount("ww-table", (one) => one.setAttribute("src", "/a.csv /missing.csv"));
    await drawn(element);
    expect(await alertOf(element)).toMatch(/Some files cannot be shown.*missing\.csv.*404/);
    expect(element.store?.count().total).toBe(2);
  });
});

describe("a message in place of a view", () => {
  const headingOf = async (element: WhenWhereElement): Promise<string | null | undefined> => {
    await alertOf(element);
    return within(element, ".ww-error-title")?.textContent;
  };

  it.each([
    ["ww-map", "projection", "sphere"],
    ["ww-timeline", "zone", "Mars/Olympus"],
    ["ww-player", "step", "fortnight"],
    ["when-where", "layout", "stroy"],
    ["ww-table", "format", "xls"],
    ["ww-table", "redact-radius", "-5"],
  ])("of <%s> with %s=%s blames no records", async (tag, name, value) => {
    serve({ "a.csv": text(CSV) });
    const element = mount(tag, (one) => {
      one.setAttribute("src", "/a.csv");
      one.setAttribute(name, value);
    });
    expect(await headingOf(element)).toBe("This view cannot be drawn");
    expect(await alertOf(element)).toContain(value);
  });

  it("blames the records where they do not come, or are none", async () => {
    serve({ "none.csv": text("a,b\n,\n") });
    for (const src of ["/missing.csv", "/none.csv"]) {
      const element = mount("ww-table", (one) => one.setAttribute("src", src));
      expect(await headingOf(element)).toMatch(/^The records of .*\.csv cannot be shown$/);
    }
  });
});

describe("records written inside an element", () => {
  it.each([
    ["text/csv", UCDP],
    [
      "application/json",
      '[{"id":"CIV0001","date":"02/24/2022","latitude":"49.85","longitude":"36.6","location":"Kharkiv","description":"d","sources":[],"filters":[{"key":"Weapon System","value":"Rocket"}]}]',
    ],
  ])("are known as those of a publisher: %s", async (type, body) => {
    const element = mount("when-where", (one) => {
      const script = document.createElement("script");
      script.type = type;
      script.textContent = body;
      one.append(script);
    });
    await drawn(element);
    expect(element.store?.incident(0).where).toMatchObject(
      type === "text/csv" ? { precision: "country" } : { radiusM: 150, obscured: true },
    );
  });
});

describe("files that a reader opens", () => {
  const file = (name: string, body: string): File => new File([body], name, { type: "text/csv" });
  const drop = (element: HTMLElement, files: readonly File[]): void => {
    const dataTransfer = new DataTransfer();
    for (const one of files) dataTransfer.items.add(one);
    for (const type of ["dragenter", "dragover", "drop"])
      element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  };

  it("can be dropped two together on an element without data", async () => {
    const element = mount("when-where");
    expect(button(element, "Open files")).toBeDefined();
    drop(element, [file("a.csv", CSV), file("b.csv", "title,date\nThree,2021\n")]);
    await drawn(element);
    expect(element.store?.count().total).toBe(3);
  });

  it("can be opened by a button that the keyboard reaches", async () => {
    const element = mount("when-where");
    const input = within(element, 'input[type="file"]') as HTMLInputElement;
    const opened = vi.spyOn(input, "click").mockImplementation(() => {});
    await userEvent.tab();
    expect(element.shadowRoot?.activeElement?.textContent).toBe("Open files");
    await userEvent.keyboard("{Enter}");
    expect(opened).toHaveBeenCalledOnce();
    const chosen = new DataTransfer();
    chosen.items.add(file("a.csv", CSV));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change"));
    await drawn(element);
    expect(element.store?.count().total).toBe(2);
  });

  it("leave what was drawn when they cannot be read, and are forgotten when the page gives other data", async () => {
    serve({ "first.csv": text(CSV) });
    const element = mount("when-where", (one) => {
      one.setAttribute("files", "");
      one.setAttribute("src", "/first.csv");
    });
    await drawn(element);
    drop(element, [file("photo.png", "\u0089PNG\r\n\u001a\n")]);
    expect(await alertOf(element)).toMatch(/photo\.png/);
    expect(element.store?.count().total).toBe(2);
    element.collection = [{ id: "x", title: "X" }];
    await eventually(() => expect(element.store?.count().total).toBe(1));
  });

  it("are asked for until the page has records of its own, and again when it takes them away", async () => {
    serve({ "first.csv": text(CSV) });
    const element = mount("when-where");
    expect(button(element, "Open files")).toBeDefined();
    element.setAttribute("src", "/first.csv");
    await drawn(element);
    expect(button(element, "Open files")).toBeUndefined();
    element.removeAttribute("src");
    expect(button(element, "Open files")).toBeDefined();
  });

  it("are not taken by an element that shows data and does not ask for them", async () => {
    serve({ "first.csv": text(CSV) });
    const element = await shown("when-where");
    drop(element, [file("b.csv", "title,date\nThree,2021\n")]);
    expect(button(element, "Open files")).toBeUndefined();
    expect(element.store?.count().total).toBe(2);
  });
});

describe("the report of an import", () => {
  it("groups its issues by code, caps the list and saves the whole", async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `Record ${i},${i < 45 ? "never" : "2021-02-30"},${i < 30 ? i : "lots"}`,
    );
    serve({ "dirty.csv": text(`title,date,killed\n${rows.join("\n")}\nLast,1753-01-01,1\n`) });
    const element = mount("when-where", (one) => one.setAttribute("src", "/dirty.csv"));
    await drawn(element);
    const line = within(element, ".ww-report-button");
    expect(line?.textContent).toBe("61 read, 61 changed, 0 refused");
    const saved: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      saved.push(blob as Blob);
      return "blob:none";
    });
    line?.click();
    const groups = [...(element.shadowRoot?.querySelectorAll("details.ww-issue") ?? [])];
    expect(groups.map((group) => group.querySelectorAll("li").length)).toEqual([20, 20]);
    expect(groups[0]?.textContent).toMatch(/60 times.*Record 1, date never.*and 40 more/s);
    expect(within(element, "div.ww-issue")?.textContent).toMatch(/Record 61, date.*1753-01-01.*What helps: Leave/);
    within(element, ".ww-report-tools button")?.click();
    const report = JSON.parse(await (saved[0] as Blob).text()) as { issues: unknown[]; rows: { read: number } };
    expect(report.rows.read).toBe(61);
    expect(report.issues.length).toBeGreaterThanOrEqual(61);
  });
});
