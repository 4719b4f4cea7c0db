import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { Browser, Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runErrand } from "../../local/start/errand.ts";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { expectNoBarriers } from "./barriers.ts";
import { openBrowser, teamsThemes } from "./browser.ts";
import { type CannedPanel, openCannedPanel, showStep } from "./canned-panel.ts";
import { everyStepOfTheLibrary, type LibraryStep, longestStepsOfTheLibrary } from "./canned-prompts.ts";
import { begun, ofLongNames, ofThree } from "./canned-session.ts";
import { cannedSteps } from "./canned-steps.ts";

const say = panelMessages("en");

let browser: Browser;
let panel: CannedPanel;

beforeAll(async () => {
  const entry = fileURLToPath(new URL("../../tools/build-tab.ts", import.meta.url));
  await runErrand({ name: "Building the pages", entry, args: ["--if-changed"] });
  browser = await openBrowser();
  panel = await openCannedPanel(browser, 280, 480);
});

afterAll(async () => {
  await panel?.close();
  await browser?.close();
});

/** How far the panel scrolls, in pixels, and whether what must be read at once is in view. */
interface Measured {
  readonly down: number;
  readonly across: number;
  readonly isTitleInView: boolean;
  readonly isButtonInView: boolean;
}

const measured = (frame: Frame): Promise<Measured> =>
  frame.evaluate(() => {
    const root = document.documentElement;
    const main = document.querySelector("main") ?? root;
    const foot = document.querySelector("[data-primary]")?.getBoundingClientRect();
    const title = document.querySelector("h1")?.getBoundingClientRect();
    return {
      down: Math.max(main.scrollHeight - main.clientHeight, root.scrollHeight - root.clientHeight),
      across: Math.max(main.scrollWidth - main.clientWidth, root.scrollWidth - root.clientWidth),
      isTitleInView: title !== undefined && title.top >= 0 && title.bottom <= (foot?.top ?? innerHeight),
      isButtonInView: foot === undefined || foot.bottom <= innerHeight,
    };
  });

const fits: Measured = { down: 0, across: 0, isTitleInView: true, isButtonInView: true };

/** Every step of the library that does not fit, with how it stands. */
async function misfits(steps: readonly LibraryStep[]): Promise<readonly object[]> {
  const found: object[] = [];
  for (const { name, session, words } of steps) {
    panel.tell({ session });
    await untilShown(panel.frame, [words, ...(session.phase === "choose" ? [] : [say.stage])]);
    const now = await measured(panel.frame);
    if (!isDeepStrictEqual(now, fits)) found.push({ name, ...now });
  }
  return found;
}

/** Waits until each of the words is read or pressed somewhere on the panel; what only screen readers are told doesn't count. */
const untilShown = (frame: Frame, words: readonly string[]) =>
  frame.waitForFunction((all) => {
    const parts = [...document.querySelectorAll("main :is(h1, p, label, button)")].map(
      ({ textContent }) => textContent,
    );
    return all.every((one) => parts.some((part) => part?.includes(one)));
  }, words);

describe("the side panel at 280 × 480", () => {
  const pairs: readonly (readonly [string, Partial<SessionView>])[] = [
    ["a pair whose prompt is on the stage, and who know who shares first", { staging: "staged", first: "ben" }],
    ["two with long names", { staging: "offered", ...ofLongNames }],
    ["a trio", { staging: "offered", ...ofThree }],
  ];

  it("[LOOK-2] shows every prompt and exercise of the library whole, without scrolling", async () => {
    expect(await misfits(everyStepOfTheLibrary({ staging: "offered" }))).toEqual([]);
  });

  it.each(pairs)("[LOOK-2] shows %s the longest of them whole, without scrolling", async (_, change) => {
    expect(await misfits(longestStepsOfTheLibrary(change))).toEqual([]);
  });

  it.each(cannedSteps.map((step) => [step.name, step] as const))(
    "[LOOK-2] has no barrier at %s in any theme, and shows it whole",
    async (_, step) => {
      await showStep(panel, step);
      expect(await measured(panel.frame)).toEqual(fits);
      for (const theme of teamsThemes.toReversed()) {
        await panel.setTheme(theme);
        await expectNoBarriers(panel.frame);
      }
    },
  );

  it("[LOOK-2] keeps the title and the one button in view whatever people write", async () => {
    const long = "Nothing that was said here leaves this room, and that holds when one of us changes teams. ".slice(
      0,
      120,
    );
    const agreementLines = [1, 2, 3].map((line) => `${line} ${long}`);
    panel.tell({ session: { ...begun, agreementLines } });
    await panel.frame.getByText(agreementLines[2] ?? "").waitFor();
    expect(await measured(panel.frame)).toMatchObject({ across: 0, isTitleInView: true, isButtonInView: true });
  });

  it("[PATH-7] met no error", () => {
    expect(panel.errors).toEqual([]);
  });
});

describe("the side panel at 200 % zoom", () => {
  it("[LOOK-7] cuts nothing off at any step, and all of it can be scrolled to", async () => {
    const zoomed = await openCannedPanel(browser, 140, 240);
    for (const step of cannedSteps) {
      await showStep(zoomed, step);
      expect({ step: step.name, cut: await cutOff(zoomed.frame) }).toEqual({ step: step.name, cut: [] });
    }
    await zoomed.close();
  });
});

/** Words that reach beyond the window's sides, or beyond what can be scrolled to. */
const cutOff = (frame: Frame): Promise<readonly string[]> =>
  frame.evaluate(() => {
    const main = document.querySelector("main") ?? document.body;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const isHidden = getComputedStyle(node.parentElement ?? main).clipPath !== "none";
      const isOut = [...range.getClientRects()].some(({ left, right }) => left < 0 || right > innerWidth);
      if (!isHidden && isOut) found.push(node.textContent ?? "");
    }
    return found;
  });
