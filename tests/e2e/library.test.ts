import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { World } from "../../local/start/world.ts";
import { refusalSentence } from "../../shared/content/refusal-sentence.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import type { Home } from "../../shared/contract/home.ts";
import type { LibraryPromptView, PromptWords } from "../../shared/contract/prompts.ts";
import { call, seededWorld, until } from "../world.ts";
import { expectNoBarriers } from "./barriers.ts";
import { homeOf, openBrowser, openWindow, setTheme, teamsThemes, visit } from "./browser.ts";

let world: World;
let browser: Browser;
const errors: string[][] = [];

/** Ana's third check-in stands. */
beforeAll(async () => {
  world = await seededWorld({ build: true });
  browser = await openBrowser();
  const home = await call<Home>(world, "Ana", "GET /api/home");
  const asked = await call<CheckInView>(world, "Ana", `POST /api/pairs/${home.body.pair?.id}/check-ins`, {});
  const startsAt = asked.body.offered[0]?.startsAt;
  await call(world, "Ana", `POST /api/check-ins/${asked.body.id}/booking`, { startsAt });
  const path = `GET /api/check-ins/${asked.body.id}`;
  await until("a booking", async () => (await call<CheckInView>(world, "Ana", path)).body.status === "booked");
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** A person's page, by the part of Home that a link leads to. */
async function open(who: "ana" | "elif", sub: string, size = { width: 1280, height: 860 }) {
  const { page, context, errors: found } = await openWindow(browser, size);
  errors.push(found);
  await visit(page, world, sub === "" ? `/as/${who}/home` : `/as/${who}/home?sub=${encodeURIComponent(sub)}`);
  return { page, context, home: homeOf(page) };
}

interface Choices {
  readonly prompts: readonly LibraryPromptView[];
  readonly favourites: readonly string[];
  readonly muted: readonly string[];
}
const choicesOf = async (who: string) => (await call<Choices>(world, who, "GET /api/prompts")).body;

const row = (home: FrameLocator, words: string | RegExp) => home.getByRole("listitem").filter({ hasText: words });
const seen = "Which part of your work does almost nobody see?";

describe("the prompts, as Ana reads them", () => {
  it("[LIBRARY-1] begin with the next session, and are found by words, session, theme and topic", async () => {
    const { home, context } = await open("ana", "");
    await home.getByRole("link", { name: "Read the prompts" }).click();
    await home.getByRole("heading", { name: "Prompts", exact: true }).waitFor();
    expect(await home.getByRole("combobox", { name: "Session" }).inputValue()).toBe("lens");
    await home.getByText("20 prompts").waitFor();
    expect(await home.getByRole("heading", { level: 2, name: "Work and power" }).isVisible()).toBe(true);

    await home.getByRole("searchbox", { name: "Search in words" }).fill("NOBODY see");
    await home.getByText("One prompt").waitFor();
    await home.getByRole("button", { name: seen }).click();
    await row(home, seen).getByRole("heading", { name: "A lighter way in" }).waitFor();

    await home.getByRole("searchbox", { name: "Search in words" }).fill("good day at work");
    await home.getByText("Nothing here fits").waitFor();
    await home.getByRole("button", { name: "Look in every session" }).click();
    await home.getByRole("button", { name: /What does a good day at work/ }).waitFor();
    await home.getByRole("searchbox", { name: "Search in words" }).fill("");

    await home.getByText("120 prompts").waitFor();
    await home.getByRole("button", { name: "Show 20 more" }).click();
    const twentyFirst = home.getByRole("listitem").nth(20).getByRole("button").first();
    await until("the focus on the first that is new", () =>
      twentyFirst.evaluate((one) => one === document.activeElement),
    );
    await home.getByRole("button", { name: "By theme or topic" }).click();
    await home.getByRole("combobox", { name: "Theme" }).selectOption({ label: "Growth" });
    await home.getByText("24 prompts").waitFor();
    await home.getByRole("combobox", { name: "Topic" }).selectOption({ label: "Feedback" });
    await home.getByRole("listitem").filter({ hasText: "· feedback" }).first().waitFor();
    await context.close();
  });

  it("show exercises too, to read", async () => {
    const { home, context } = await open("ana", "prompts");
    await home.getByRole("tab", { name: "Exercises" }).click();
    await home.getByRole("combobox", { name: "Session" }).selectOption("");
    await home.getByText(/^Twelve exercises\./).waitFor();
    await home.getByRole("button", { name: "What you did there" }).click();
    await home.getByText("Read the verbs back to your partner").waitFor();
    expect(await home.getByRole("button", { name: /^Bring/ }).count()).toBe(0);
    await context.close();
  });

  it("[LIBRARY-2] can be kept as favourites, which only Ana sees, and brought to the next check-in", async () => {
    const { page, home, context } = await open("ana", "prompts");
    await home.getByRole("button", { name: seen }).click();
    await row(home, seen).getByText("Only you").waitFor();
    await home.getByRole("button", { name: "Keep among my favourites" }).click();
    await home.getByRole("button", { name: "Remove from my favourites" }).waitFor();
    await row(home, seen).getByText("You and Ben, when it is offered").waitFor();
    await home.getByRole("button", { name: "Bring it to session three" }).click();
    await home.getByRole("heading", { name: "You bring to session three" }).waitFor();

    await visit(page, world, "/as/ana/home?sub=prompts");
    await home.getByRole("heading", { name: "You bring to session three" }).waitFor();
    await home.getByRole("tab", { name: "Favourites" }).click();
    await home.getByRole("button", { name: seen }).waitFor();
    expect((await choicesOf("Ana")).favourites).toHaveLength(1);
    expect((await choicesOf("Ben")).favourites).toEqual([]);

    await visit(page, world, "/as/ana/home");
    await home.getByRole("link", { name: /^Prepare/ }).click();
    expect(await home.getByRole("radio", { name: new RegExp(seen.slice(0, 30)) }).isChecked()).toBe(true);
    await context.close();
  });

  it("[LIBRARY-2] leave out the topics that Ana would rather not meet, and tell nobody", async () => {
    const { page, home, context } = await open("ana", "prompts");
    await home.getByRole("button", { name: "Topics I’d rather leave out" }).click();
    await home.getByText("Nobody is told, though Ben may notice that a subject never comes up.").waitFor();
    await home.getByRole("checkbox", { name: "Workload" }).check();
    await home.getByText("One prompt on a topic that you leave out isn’t listed.").waitFor();
    await home.getByText("Kept.").waitFor();
    await home.getByRole("button", { name: "List them" }).click();
    await home.getByRole("button", { name: /^Take one hour of last week/ }).click();
    await home.getByText("You leave out workload, so this isn’t offered.").waitFor();

    await visit(page, world, "/as/ana/home?sub=prompts");
    await home.getByText("Workload", { exact: true }).waitFor();
    expect((await choicesOf("Ana")).muted).toEqual(["workload"]);
    expect((await choicesOf("Ben")).muted).toEqual([]);
    await context.close();
  });

  it("can be read and kept with the keyboard alone", async () => {
    const { page, home, context } = await open("ana", "prompts");
    const first = home.getByRole("button", { name: /^Which number do you look at most/ });
    await first.waitFor();
    await home.getByRole("link", { name: "Home" }).focus();
    const press = async (key: string, times: number) => {
      for (let time = 0; time < times; time++) await page.keyboard.press(key);
    };
    const reach = (name: string | RegExp) =>
      until(`the focus on ${name}`, async () => {
        await press("Tab", 1);
        return await home
          .getByRole("button", { name })
          .first()
          .evaluate((one) => one === document.activeElement);
      });
    await reach(/^Which number do you look at most/);
    await press("Enter", 1);
    await reach("Keep among my favourites");
    await press("Space", 1);
    await home.getByRole("button", { name: "Remove from my favourites" }).waitFor();
    expect(
      await home
        .getByRole("button", { name: "Remove from my favourites" })
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await context.close();
  });
});

describe("the prompt library, as Elif keeps it", () => {
  const text = "Which habit of this place would a newcomer find odd, and what keeps it going?";

  async function write(home: FrameLocator, words: string): Promise<void> {
    await home.getByRole("textbox", { name: "The prompt" }).fill(words);
    await home.getByRole("textbox", { name: "Question 1" }).fill("Who would miss it?");
    await home.getByRole("textbox", { name: "Question 2" }).fill("When did you first see it?");
    await home.getByRole("textbox", { name: "A lighter way in" }).fill("Which habit here do you like?");
  }

  /** A prompt's words as the server takes them. */
  const own = (words: string): PromptWords => ({
    stage: "lens",
    theme: "self",
    kind: "core",
    depth: 2,
    minutes: 10,
    whoFirst: "alternate",
    text: words,
    followUps: ["Who would miss it?", "When did you first see it?"],
    lighter: "Which habit here do you like?",
    labels: [],
    purposes: [],
  });

  it("isn't open to anybody else", async () => {
    const { home, context } = await open("ana", "prompt-editor");
    await home.getByRole("heading", { name: "This page is for coordinators" }).waitFor();
    expect(await home.getByRole("link", { name: "Write a prompt" }).count()).toBe(0);
    await context.close();
  });

  it("[LIBRARY-4] takes a prompt of the organisation's own, whose words survive a reload until they are kept", async () => {
    const { page, home, context } = await open("elif", "");
    await home.getByRole("link", { name: "Keep the prompt library" }).click();
    await home.getByRole("link", { name: "Write a prompt" }).click();
    await write(home, text.replace("a newcomer", "your boss"));
    await home.getByRole("combobox", { name: "Session it belongs to" }).selectOption("lens");
    await home.getByText("“your boss” fits one grade only").waitFor();
    await page.frame({ url: /prompt-editor\/new/ })?.evaluate(() => location.reload());
    await home.getByText("These words aren’t kept yet.").waitFor();
    expect(await home.getByRole("textbox", { name: "The prompt" }).inputValue()).toContain("your boss");
    await home.getByRole("textbox", { name: "The prompt" }).fill(text);
    await home.getByText("It reads as the built-in ones do.").waitFor();
    await home.getByRole("button", { name: "Keep it" }).click();
    await home.getByText("Kept. It is among what pairs are offered.").waitFor();
    await home.getByRole("combobox", { name: "Show" }).selectOption("own");
    await home.getByRole("button", { name: text }).waitFor();

    const ana = await open("ana", "prompts");
    await row(ana.home, text).getByText("from your organisation").waitFor();
    await ana.context.close();
    await context.close();
  });

  it("[LIBRARY-4] keeps both texts where two rewrite one prompt, until one is chosen", async () => {
    const before = "Which habit here has outlived its reason?";
    await call(world, "Elif", `POST /api/library/${crypto.randomUUID()}`, { seenVersion: 0, words: own(before) });
    const [here, there] = [await open("elif", "prompt-editor"), await open("elif", "prompt-editor")];
    for (const { home } of [here, there]) {
      await home.getByRole("combobox", { name: "Show" }).selectOption("own");
      await home.getByRole("button", { name: before }).click();
      await home.getByRole("link", { name: "Rewrite" }).click();
    }
    await there.home.getByRole("textbox", { name: "The prompt" }).fill("Which habit here is worth its cost?");
    await there.home.getByRole("button", { name: "Keep changes" }).click();
    await there.home.getByText("Kept. It is among what pairs are offered.").waitFor();

    const mine = "Which habit here would you drop first, and who would thank you?";
    await here.home.getByRole("textbox", { name: "The prompt" }).fill(mine);
    await here.home.getByRole("button", { name: "Keep changes" }).click();
    await here.home.getByRole("heading", { name: "Somebody else rewrote this meanwhile" }).waitFor();
    await here.home.getByText("Which habit here is worth its cost?").waitFor();
    expect(await here.home.getByRole("textbox", { name: "The prompt" }).inputValue()).toBe(mine);
    await here.home.getByRole("button", { name: "Keep mine in their place" }).click();
    await here.home.getByText("Kept. It is among what pairs are offered.").waitFor();
    const texts = (await choicesOf("Ana")).prompts.map((one) => one.text);
    expect(texts).toContain(mine);
    expect(texts).not.toContain(before);
    await here.context.close();
    await there.context.close();
  });

  it("[LIBRARY-5] retires a prompt and brings it back at once", async () => {
    const { home, context } = await open("elif", "prompt-editor");
    const good = /^What does a good day at work/;
    await home.getByRole("button", { name: good }).click();
    await home.getByRole("button", { name: "Retire" }).click();
    await home.getByText("Retired. It isn’t offered any more.").waitFor();
    expect((await choicesOf("Ana")).prompts.some((one) => good.test(one.text))).toBe(false);
    await home.getByRole("button", { name: "Undo" }).click();
    await home.getByText("Offered again.").waitFor();
    expect((await choicesOf("Ana")).prompts.some((one) => good.test(one.text))).toBe(true);
    await context.close();
  });

  it("says kindly when a session would be left with too few", async () => {
    const gentle = (await choicesOf("Ana")).prompts.filter(({ stage, depth }) => stage === "close" && depth <= 2);
    const retire = (id: string, isRetired: boolean) =>
      call(world, "Elif", `POST /api/library/${id}/retirement`, { isRetired });
    for (const { id } of gentle.slice(4)) await retire(id, true);
    const { home, context } = await open("elif", "prompt-editor");
    await home.getByRole("combobox", { name: "Session" }).selectOption("close");
    await home.getByRole("button", { name: gentle[0]?.text ?? "" }).click();
    await home.getByRole("button", { name: "Retire" }).click();
    await home.getByText(refusalSentence("too-few-prompts", "en-GB")).waitFor();
    expect((await choicesOf("Ana")).prompts.map(({ id }) => id)).toContain(gentle[0]?.id);
    for (const { id } of gentle.slice(4)) await retire(id, false);
    await context.close();
  });
});

const places: readonly (readonly [
  name: string,
  who: "ana" | "elif",
  sub: string,
  ready: (home: FrameLocator) => Promise<unknown>,
])[] = [
  [
    "The page of prompts",
    "ana",
    "prompts",
    async (home) => {
      await home.getByRole("button", { name: seen }).click();
      await home.getByRole("button", { name: "Topics I’d rather leave out" }).click();
      await home.getByRole("button", { name: "By theme or topic" }).click();
    },
  ],
  [
    "The page of exercises",
    "ana",
    "prompts",
    async (home) => {
      await home.getByRole("tab", { name: "Exercises" }).click();
      await home.getByRole("button", { name: "What you did there" }).click();
    },
  ],
  [
    "The prompt library",
    "elif",
    "prompt-editor",
    (home) => home.getByRole("button", { name: /^What does a good day at work/ }).click(),
  ],
  [
    "A prompt that is being written",
    "elif",
    "prompt-editor",
    async (home) => {
      await home.getByRole("link", { name: "Write a prompt" }).click();
      await home.getByRole("button", { name: "Keep it" }).click();
      await home.getByRole("textbox", { name: "The prompt" }).fill("What would your boss say of my work");
    },
  ],
];

/** How far the widest frame or page reaches beyond its own width, in pixels. */
async function overflow(page: Page): Promise<number> {
  const measure = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const found = await Promise.all(page.frames().map((frame) => frame.evaluate(measure).catch(() => 0)));
  return Math.max(...found);
}

describe("how the library looks and reads", () => {
  it.each(places)("[LOOK-1] %s has no barrier in any theme, and fits 1280 and 320 px", async (_, who, sub, ready) => {
    const { page, home, context } = await open(who, sub, { width: 1280, height: 860 });
    await ready(home);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 860 });
      for (const theme of teamsThemes) {
        await setTheme(page, theme);
        await expectNoBarriers(page);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      }
    }
    await context.close();
  });

  it("[PATH-7] no page of it meets an error", () => expect(errors.flat()).toEqual([]));
});
