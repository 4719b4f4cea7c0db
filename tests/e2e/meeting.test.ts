import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { World } from "../../local/start/world.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import type { Home } from "../../shared/contract/home.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { call, seededWorld, until } from "../world.ts";
import { expectNoBarriers } from "./barriers.ts";
import {
  homeOf,
  journalOf,
  openBrowser,
  openWindow,
  panelOf,
  setTheme,
  teamsThemes,
  untilThemed,
  visit,
} from "./browser.ts";

let world: World;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  world = await seededWorld({ build: true });
  browser = await openBrowser();
  ({ context, page, errors } = await openWindow(browser, { width: 1600, height: 1000 }));
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const frameNamed = (name: string): FrameLocator => page.frameLocator(`iframe[title="Counterpoint, ${name}"]`);
const stageOf = (name: string): FrameLocator => frameNamed(`the stage in ${name}'s window`);
const nothing = "Nothing here needs you";

/** A meeting of Ana and Ben that no calendar holds; the same name is the same meeting. */
const meetNow = (name: string, who: string) => visit(page, world, `/meeting?people=ana,ben&call=${name}&${who}`);

const chatOf = async (name: string): Promise<string> => {
  const answer = await fetch(`${world.urls.window}/api/meeting?people=ana,ben&call=${name}`);
  return ((await answer.json()) as { chatId: string }).chatId;
};

/** The session of a meeting, as Ana's panel opens it. */
const sessionIn = async (name: string): Promise<SessionView> => {
  const { body } = await call<SessionView>(world, "Ana", "POST /api/sessions", { chatId: await chatOf(name) });
  return body;
};

/** Gives a command as Ana's panel would. */
async function act(session: SessionView, type: string, more: object = {}): Promise<SessionView> {
  const body = { commandId: crypto.randomUUID(), seenVersion: session.version, type, ...more };
  const answer = await call<SessionView>(world, "Ana", `POST /api/sessions/${session.id}/commands`, body);
  expect([type, answer.status]).toEqual([type, 200]);
  return answer.body;
}

/** Brings a session to the first turn. */
async function toTheFirstTurn(name: string): Promise<SessionView> {
  const chosen = await act(await sessionIn(name), "go-to", { part: "prompts" });
  const opened = await act(chosen, "pick", { promptId: chosen.offered[0]?.id });
  return opened.phase === "who-first" ? act(opened, "skip-who") : opened;
}

const join = (who: string) => page.getByRole("button", { name: `Join as ${who}`, exact: true }).click();
const leave = (who: string) => page.getByRole("button", { name: `Leave as ${who}`, exact: true }).click();

/** The same as for a page of one person's: several windows side by side, each with a page of the app, exist only on this machine. */
const expectNoBarriersInMeeting = () => expectNoBarriers(page, { rules: { "landmark-unique": { enabled: false } } });

/** Lets a frame ask Teams for the stage, as anybody in a meeting may with any app. */
const shareFrom = (who: string) =>
  panelOf(page, who)
    .locator("body")
    .evaluate(() => {
      const args = [location.href, { sharingProtocol: "Collaborative" }];
      parent.postMessage(
        { id: 1, uuidAsString: crypto.randomUUID(), func: "meeting.shareAppContentToStage", args },
        "*",
      );
    });

describe("a meeting that was not booked", () => {
  it("[PREPARE-2] is the pair's check-in after one tap by either, and both panels open on the same session", async () => {
    await meetNow("one", "joined=ana,ben");
    const [ana, ben] = [panelOf(page, "Ana"), panelOf(page, "Ben")];
    await ana.getByText("For you and Ben").waitFor({ timeout: 60_000 });
    await ben.getByText("For you and Ana").waitFor();
    await expectNoBarriersInMeeting();
    await ben.getByRole("button", { name: "Hold it here" }).click();
    for (const panel of [ben, ana]) await panel.getByText("What are you coming from").waitFor({ timeout: 30_000 });
    const session = await sessionIn("one");
    expect([session.number, session.members.map(({ name }) => name)]).toEqual([3, ["Ana", "Ben"]]);
  });

  it("[TAB-10] stands on Home as held on the spot, with no link missing and no length to change", async () => {
    // Home shows what is to come: the wish for the next one goes first.
    const { body } = await call<Home>(world, "Ana", "GET /api/home");
    await call(world, "Ana", `POST /api/check-ins/${body.pair?.next?.id}/cancellation`, { note: "" });
    await visit(page, world, "/as/ana/home");
    const home = homeOf(page);
    await home.getByText("Held on the spot, in a meeting that one of you linked.").waitFor({ timeout: 60_000 });
    expect(await home.getByText("There is no Teams link").count()).toBe(0);
    expect(await home.getByRole("button", { name: "Change length" }).count()).toBe(0);
    await home.getByRole("button", { name: "Cancel", exact: true }).click();
    await home.getByText("It stands in no calendar, and uses up nobody’s turn.").waitFor();
    await expectNoBarriers(page);
  });

  it("[STAGE-5] [ROOM-22] says nothing of a pair to a guest, a coordinator and another pair: in the panel, in the tab and on the stage", async () => {
    await meetNow("one", "others=elif,chidi,guest&joined=elif,chidi,guest");
    for (const who of ["Elif", "Chidi", "Guest"])
      await panelOf(page, who).getByText(nothing).waitFor({ timeout: 60_000 });
    await shareFrom("Elif");
    for (const who of ["Elif", "Guest"]) {
      await stageOf(who).getByText("Nothing is on the stage just now").waitFor();
      const words = (await stageOf(who).locator("main").textContent()) ?? "";
      expect(words).not.toMatch(/Ana|Ben|session|panel/);
    }
    await page.getByRole("combobox", { name: "Elif Kaya sees" }).selectOption("Details tab");
    await frameNamed("Elif's details tab").getByText(nothing).waitFor();
    await expectNoBarriersInMeeting();
    for (const who of ["Elif", "Chidi", "Guest"]) await leave(who);
  });
});

describe("the stage", () => {
  it("[STAGE-1] is offered while the pair is alone, and shows the prompt and whose turn it is, for both to go on from", async () => {
    await meetNow("one", "joined=ana,ben");
    const session = await toTheFirstTurn("one");
    await until("the stage is offered", async () => (await sessionIn("one")).staging === "offered");
    await panelOf(page, "Ana").getByRole("button", { name: "Show on the stage" }).click();
    for (const who of ["Ana", "Ben"]) {
      await stageOf(who)
        .getByRole("heading", { name: session.prompt?.text ?? "" })
        .waitFor({ timeout: 30_000 });
      await stageOf(who)
        .getByText(/^(Ana|Ben)’s turn$/)
        .first()
        .waitFor();
    }
    const question = stageOf("Ben").getByRole("button", { name: "Now a question" });
    await question.focus();
    await page.keyboard.press("Enter");
    await stageOf("Ana")
      .getByText(/^(Ana|Ben) asks$/)
      .first()
      .waitFor();
    await expectNoBarriersInMeeting();
  });

  it("[STAGE-2] is clear as soon as a guest joins, and stays so when the guest has left", async () => {
    await meetNow("one", "others=guest&joined=ana,ben");
    const { prompt } = await sessionIn("one");
    await page.getByRole("button", { name: "Join as Guest", exact: true }).waitFor({ timeout: 60_000 });
    await act(await sessionIn("one"), "stage");
    await panelOf(page, "Ana").getByRole("button", { name: "Show on the stage", pressed: true }).waitFor();
    await join("Guest");
    await until("a clear stage", async () => (await sessionIn("one")).staging === "unavailable");
    await panelOf(page, "Guest").getByText(nothing).waitFor({ timeout: 30_000 });
    await shareFrom("Guest");
    await stageOf("Guest").getByText("Nothing is on the stage just now").waitFor();
    for (const who of ["Ana", "Guest"])
      expect(
        await stageOf(who)
          .getByText(prompt?.text ?? "")
          .count(),
      ).toBe(0);
    await leave("Guest");
    await until("the stage is offered", async () => (await sessionIn("one")).staging === "offered");
    expect(
      await stageOf("Ana")
        .getByText(prompt?.text ?? "")
        .count(),
    ).toBe(0);
  });

  it("[STAGE-3] fits 1280 × 720 and 320 × 480 in every theme", async () => {
    // In the meeting of the last test: coming anew would clear the stage once more, at a moment that nobody knows.
    await act(await sessionIn("one"), "stage");
    await shareFrom("Ana");
    const element = page.locator(`iframe[title="Counterpoint, the stage in Ana's window"]`);
    await stageOf("Ana").getByRole("button", { name: "Take it off the stage" }).waitFor({ timeout: 30_000 });
    const frame = await (await element.elementHandle())?.contentFrame();
    if (!frame) throw new Error("Ana's window shows no stage.");
    for (const theme of teamsThemes) {
      await page.getByRole("combobox", { name: "Ana's theme" }).selectOption({ value: theme });
      await untilThemed(frame, theme);
      for (const [width, height] of [
        [1280, 720],
        [320, 480],
      ]) {
        const size = `position:fixed;inset:0;z-index:9;width:${width}px;height:${height}px`;
        await element.evaluate((one, style) => one.setAttribute("style", style), size);
        const drawn = () => [document.documentElement.clientWidth, document.documentElement.scrollWidth];
        await expect.poll(() => frame.evaluate(drawn), { timeout: 10_000 }).toEqual([width, width]);
        await expectNoBarriers(frame);
      }
    }
  });
});

describe("around a check-in", () => {
  let checkInId: string;

  it("[REFLECT-1] [REFLECT-3] notes of the session become a journal entry with one tap, and are a draft no longer", async () => {
    const session = await sessionIn("one");
    ({ checkInId } = session);
    const words = { text: "Three names, all near one desk.", seenVersion: 0 };
    await call(world, "Ana", `POST /api/check-ins/${checkInId}/words/notes`, words);
    await act(session, "close");
    await visit(page, world, "/as/ana/journal");
    const journal = journalOf(page);
    await journal.getByRole("heading", { name: "From session three: your notes" }).waitFor({ timeout: 60_000 });
    await expectNoBarriers(page);
    const entry = journal.getByRole("textbox", { name: "Your entry" });
    await entry.fill("Three names, all near one desk. Ask elsewhere first.");
    await page.reload();
    await entry.waitFor({ timeout: 60_000 });
    expect(await entry.inputValue()).toBe("Three names, all near one desk. Ask elsewhere first.");
    await visit(page, world, `/as/ana/home?sub=${encodeURIComponent(`reflect/${checkInId}`)}`);
    const looking = homeOf(page).getByRole("textbox", { name: "Your entry" });
    await looking.waitFor({ timeout: 60_000 });
    expect(await looking.inputValue()).toBe("Three names, all near one desk. Ask elsewhere first.");
    await visit(page, world, "/as/ana/journal");
    await journal.getByRole("button", { name: "Keep in my journal" }).click({ timeout: 60_000 });
    await journal.getByRole("listitem").filter({ hasText: "Ask elsewhere first" }).getByText("Only you").waitFor();
    expect(await journal.getByText("your notes").count()).toBe(0);
  });

  it("[REFLECT-2] the two taps are revealed together, once both share", async () => {
    await visit(page, world, "/as/ana/home");
    await homeOf(page).getByRole("link", { name: "Reflect on it" }).click();
    const home = homeOf(page);
    await home.getByRole("radiogroup", { name: "Did you feel heard?" }).getByRole("radio", { name: "Yes" }).check();
    await home.getByRole("radio", { name: /Share once Ben does too/ }).check();
    await home.getByText("It is shown once Ben shares too").waitFor();
    await expectNoBarriers(page);

    await visit(page, world, `/as/ben/home?sub=${encodeURIComponent(`reflect/${checkInId}`)}`);
    const room = home.getByRole("radiogroup", { name: "Was there room for you to speak?" });
    await room.getByRole("radio", { name: "Partly" }).check({ timeout: 60_000 });
    await home.getByText("Kept. Only you can read it.").waitFor();
    expect(await home.getByText("What you told each other").count()).toBe(0);
    await home.getByRole("radio", { name: /Share once Ana does too/ }).check();
    await home.getByRole("heading", { name: "What you told each other" }).waitFor();
    await visit(page, world, `/as/ana/home?sub=${encodeURIComponent(`reflect/${checkInId}`)}`);
    await home.getByRole("heading", { name: "What you told each other" }).waitFor({ timeout: 60_000 });
    await home.getByText("Partly").waitFor();
    await expectNoBarriers(page);
  });

  it("[PREPARE-1] words and a prompt are prepared before it, from Home and from the meeting's tabs", async () => {
    const home = await call<Home>(world, "Chidi", "GET /api/home");
    const asked = await call<CheckInView>(world, "Chidi", `POST /api/pairs/${home.body.pair?.id}/check-ins`, {});
    const path = `/api/check-ins/${asked.body.id}`;
    await call(world, "Chidi", `POST ${path}/booking`, { startsAt: asked.body.offered[0]?.startsAt });
    await until(
      "a booking",
      async () => (await call<CheckInView>(world, "Chidi", `GET ${path}`)).body.status === "booked",
    );
    await visit(page, world, "/as/chidi/home");
    await homeOf(page).getByRole("link", { name: "Prepare · 2 min" }).click({ timeout: 60_000 });
    const words = homeOf(page).getByRole("textbox", { name: "What came of last time?" });
    await words.fill("I wrote less and asked more.");
    await homeOf(page).getByText("Kept.", { exact: true }).first().waitFor();
    await homeOf(page).getByRole("radiogroup", { name: "A prompt to bring" }).getByRole("radio").nth(1).check();
    await expectNoBarriers(page);

    await visit(page, world, "/meeting?people=chidi,dara");
    await page.getByRole("combobox", { name: "Chidi Lindqvist sees" }).selectOption("Chat tab");
    const tab = frameNamed("Chidi's chat tab");
    await expect
      .poll(() => tab.getByRole("textbox", { name: "What came of last time?" }).inputValue(), { timeout: 60_000 })
      .toBe("I wrote less and asked more.");
    expect(await tab.getByRole("radiogroup", { name: "A prompt to bring" }).getByRole("radio").nth(1).isChecked()).toBe(
      true,
    );
    await page.getByRole("combobox", { name: "Dara Novak sees" }).selectOption("Details tab");
    const others = frameNamed("Dara's details tab").getByRole("textbox", { name: "What came of last time?" });
    await others.waitFor({ timeout: 60_000 });
    expect(await others.inputValue()).toBe("");
  });

  it.each([
    ["preparing", "A prompt to bring"],
    ["reflecting", "What you told each other"],
  ])("[LOOK-1] %s fits from 1280 to 320 px without a barrier in any theme", async (what, title) => {
    const { body } = await call<Home>(world, "Chidi", "GET /api/home");
    const [who, sub] =
      what === "preparing" ? ["chidi", `prepare/${body.pair?.next?.id}`] : ["ana", `reflect/${checkInId}`];
    await visit(page, world, `/as/${who}/home?sub=${encodeURIComponent(sub)}`);
    await homeOf(page).getByRole("heading", { name: title }).waitFor({ timeout: 60_000 });
    for (const width of [1280, 480, 320]) {
      await page.setViewportSize({ width, height: 860 });
      for (const theme of teamsThemes) {
        await setTheme(page, theme);
        await expectNoBarriers(page);
        const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
        expect(await homeOf(page).locator("html").evaluate(wider)).toBeLessThanOrEqual(0);
      }
    }
  });

  it("[PATH-7] nothing went wrong on any page", async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
});
