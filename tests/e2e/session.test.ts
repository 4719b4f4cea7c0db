import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { World } from "../../local/start/world.ts";
import { panelEndMessages } from "../../shared/content/panel-end-messages.ts";
import { panelLayersMessages } from "../../shared/content/panel-layers-messages.ts";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import { library } from "../../shared/content/prompts.ts";
import type { Home } from "../../shared/contract/home.ts";
import type { RoomView } from "../../shared/contract/rooms.ts";
import type { WordsView } from "../../shared/contract/session-words.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { usualDepth } from "../../shared/domain/depth.ts";
import type { Prompt } from "../../shared/domain/prompt.ts";
import { call, seededWorld, until } from "../world.ts";
import { openBrowser, openWindow, panelOf, visit } from "./browser.ts";

const say = panelMessages("en");
const layers = panelLayersMessages("en");
const end = panelEndMessages("en");

/** Prompts that the pair brings, of another stage than the session's: none of them is offered otherwise. */
const gentle = (whoFirst: Prompt["whoFirst"]) =>
  library.filter((prompt) => prompt.stage !== "lens" && prompt.depth <= usualDepth && prompt.whoFirst === whoFirst);
const [first, second] = gentle("alternate");
const [whoMatters] = gentle("more-authority");
if (!first || !second || !whoMatters) throw new Error("The library has too few gentle prompts.");

/** A window of one of the pair's, on one of their devices. */
interface Seat {
  readonly who: "Ana" | "Ben";
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: readonly string[];
  readonly panel: FrameLocator;
}

let world: World;
let browser: Browser;
let checkInId = "";
let ana: Seat;
let ben: Seat;

beforeAll(async () => {
  world = await seededWorld({ build: true });
  browser = await openBrowser();
  checkInId = await meetAsAna();
  [ana, ben] = [await sit("Ana"), await sit("Ben")];
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** The meeting that the session is held in: one that no calendar holds, so that only the session is tried here. */
const meeting = "people=ana,ben&call=session";

/** Links the meeting to the pair, as one tap in its panel does. */
async function meetAsAna(): Promise<string> {
  const { chatId } = (await (await fetch(`${world.urls.window}/api/meeting?${meeting}`)).json()) as { chatId: string };
  const home = await call<Home>(world, "Ana", "GET /api/home");
  const body = { chatId, pairId: home.body.pair?.id };
  const linked = await call<Extract<RoomView, { kind: "check-in" }>>(world, "Ana", "POST /api/rooms/link", body);
  return linked.body.checkIn.id;
}

async function sit(who: Seat["who"]): Promise<Seat> {
  const { page, context, errors } = await openWindow(browser, { width: 1280, height: 800 });
  await visit(page, world, `/meeting?${meeting}&joined=${who.toLowerCase()}`);
  return { who, page, context, errors, panel: panelOf(page, who) };
}

const press = (seat: Seat, name: string | RegExp) =>
  seat.panel.getByRole("button", { name, exact: typeof name === "string" }).click();
const expectBothSee = async (words: string) => {
  for (const seat of [ana, ben]) await seat.panel.getByText(words, { exact: true }).first().waitFor();
};

const session = async (): Promise<SessionView> =>
  (await call<SessionView>(world, "Ana", "POST /api/sessions", { checkInId })).body;
const wordsOf = async (who: string, kind: string): Promise<string | undefined> => {
  const answer = await call<{ words: WordsView[] }>(world, who, `GET /api/check-ins/${checkInId}/words`);
  return answer.body.words.find((one) => one.kind === kind)?.text;
};

/** Has times found, unless the pair's rhythm had them found already. */
async function findTimes({ panel }: Seat): Promise<void> {
  const times = panel.getByText(end.slotsTitle(2));
  await panel.getByRole("button", { name: end.find }).or(times).first().waitFor();
  await panel.locator("main").evaluate((main, words) => {
    const buttons = [...main.querySelectorAll("button")];
    buttons.find(({ textContent }) => textContent === words)?.click();
  }, end.find);
  await times.waitFor();
}

/** Waits until the one field there is holds these words. */
const expectWritten = (seat: Seat, words: string) =>
  expect.poll(() => seat.panel.getByRole("textbox").inputValue(), { timeout: 30_000 }).toBe(words);

/** Writes notes, and waits until they are kept and the panel knows it. */
async function note(seat: Seat, words: string): Promise<void> {
  await seat.panel.getByRole("textbox").fill(words);
  await until("the notes", async () => (await wordsOf(seat.who, "notes")) === words);
  await seat.panel.locator('[data-words="kept"]').getByText(say.kept).waitFor();
}

/** Has a prompt brought to the check-in, so that it is among the next that are offered. */
async function bring(who: string, { id: promptId }: Prompt): Promise<void> {
  const answer = await call(world, who, `POST /api/check-ins/${checkInId}/brought-prompt`, { promptId });
  expect(answer.status).toBe(200);
}

/** Opens the prompt with these words for everybody, once it is on offer. */
async function open(by: Seat, { text }: Prompt): Promise<void> {
  await by.panel.getByRole("radio", { name: text, exact: true }).check();
  await press(by, say.openForAll(2));
  await expectBothSee(text);
}

/** The one who speaks, and the one who listens. */
async function roles(): Promise<readonly [speaker: Seat, listener: Seat]> {
  const { members, speaker } = await session();
  const isAna = members.find(({ id }) => id === speaker)?.name === "Ana";
  return isAna ? [ana, ben] : [ben, ana];
}

/** Goes through the turn that stands and the question to it; the listener leads on. */
async function throughTheTurn(last: boolean): Promise<void> {
  const [speaker, listener] = await roles();
  await expectBothSee(say.turn(speaker.who));
  await press(speaker, say.nowQuestion([listener.who]));
  await expectBothSee(say.asksNow(listener.who));
  const { version } = await session();
  await press(listener, last ? say.thatWasAll(2) : say.changeOver);
  await until("the session goes on", async () => (await session()).version > version);
}

describe("a whole session in two windows", () => {
  it("[PANEL-5] begins for both with what was agreed, once both are here", async () => {
    await expectBothSee(say.isHere("Ben"));
    await expectBothSee(say.isHere("Ana"));
    await press(ana, say.wayOn("since"));
    await expectBothSee(say.sinceTitle);
  });

  it("[PANEL-2] keeps what Ana types while the network is away, says so, and lets it be read once it is shared", async () => {
    const words = "I waited before answering, twice.";
    await ana.context.setOffline(true);
    await ana.panel.getByRole("textbox").fill(words);
    await ana.panel.getByText(say.away).waitFor();
    await ana.context.setOffline(false);
    await until("the words", async () => (await wordsOf("Ana", "carry-over")) === words);
    await ana.panel.getByText(say.away).waitFor({ state: "detached" });
    await expectWritten(ana, words);
    await press(ana, say.share(["Ben"]));
    await ben.panel.getByText(words).waitFor();
    await press(ana, say.keepForMe);
    await ben.panel.getByText(words).waitFor({ state: "detached" });
  });

  it("[PANEL-2] has them again after a reload", async () => {
    await ana.panel.getByRole("textbox").fill("I waited before answering, three times.");
    await ana.page.reload();
    await until("the words", async () => (await wordsOf("Ana", "carry-over"))?.includes("three times"));
    await expectWritten(ana, "I waited before answering, three times.");
    await ana.panel.getByText(say.hereYouAre, { exact: true }).waitFor();
  });

  it("[PANEL-5] offers two prompts: either swaps, asks for others, or picks", async () => {
    await press(ben, say.wayOn("prompts"));
    await expectBothSee(say.chooseTitle(2, 2));
    const offered = (await session()).offered.map(({ id }) => id);
    await ana.panel.getByRole("radio").first().check();
    await press(ana, say.swapOne);
    await until("one other prompt", async () => {
      const now = (await session()).offered.map(({ id }) => id);
      return now[0] !== offered[0] && now[1] === offered[1];
    });
    await bring("Ana", first);
    await press(ben, say.offerOthers);
    await expectBothSee(first.text);
    expect((await session()).offered.some(({ id }) => offered.includes(id))).toBe(false);
    await open(ben, first);
  });

  it("[PANEL-3] shows the ring of a turn alike on both, to whoever wants it", async () => {
    for (const seat of [ana, ben]) await press(seat, say.ring);
    const part = (seat: Seat) => seat.panel.locator("[data-turn-ring]").getAttribute("data-turn-ring");
    for (const seat of [ana, ben]) await until("a ring", () => part(seat));
    expect(Math.abs(Number(await part(ana)) - Number(await part(ben)))).toBeLessThan(0.1);
    for (const seat of [ana, ben]) await press(seat, say.ring);
    expect(await ana.panel.locator("[data-turn-ring]").count()).toBe(0);
  });

  it("[PANEL-1] takes a tap that was given while the server was dead, once the server is back, and once", async () => {
    const [speaker, listener] = await roles();
    await world.killServer();
    await press(speaker, say.nowQuestion([listener.who]));
    await speaker.panel.getByText(say.away).waitFor();
    await world.startServer();
    await expectBothSee(say.asksNow(listener.who));
    await speaker.panel.getByText(say.away).waitFor({ state: "detached", timeout: 60_000 });
  });

  it("[PANEL-5] lends the listener questions one layer down, and the turn goes on to the other", async () => {
    const [, listener] = await roles();
    await press(listener, say.questions);
    await listener.panel.getByText(first.followUps[0] ?? "").waitFor();
    await listener.page.keyboard.press("Escape");
    await press(listener, say.changeOver);
    await expectBothSee(say.turn(listener.who));
  });

  it("[PANEL-5] lets either take the lighter twin, and either leave the prompt without a name", async () => {
    await press(ana, say.swapOrLeave);
    await press(ana, layers.takeLighter);
    await expectBothSee(first.lighter);
    await bring("Ben", second);
    await press(ben, say.swapOrLeave);
    await press(ben, layers.takeOthers);
    await expectBothSee(say.left);
    for (const seat of [ana, ben]) expect(await seat.panel.locator("main").textContent()).not.toMatch(/(Ana|Ben) left/);
  });

  it("[PANEL-7] tells a second device of Ana's where the session is, and both of Ana's act", async () => {
    const phone = await sit("Ana");
    await phone.panel.getByText(say.hereYouAre, { exact: true }).waitFor();
    await open(phone, second);
    await press(ana, say.notes);
    await note(ana, "From the laptop.");
    await press(phone, say.notes);
    await expectWritten(phone, "From the laptop.");
    await ana.context.setOffline(true);
    await ana.panel.getByRole("textbox").fill("On the laptop.");
    await note(phone, "On the phone.");
    await ana.context.setOffline(false);
    await until("both texts", async () => (await wordsOf("Ana", "notes")) === "On the phone.\n\nOn the laptop.");
    await ana.panel.getByText(say.joinedWords).waitFor();
    await phone.context.close();
    await press(ana, "Back");
    expect(phone.errors).toEqual([]);
  });

  it("[PANEL-5] moves on early to the second round, where both name who has more authority, and goes through it turn by turn", async () => {
    await bring("Ben", whoMatters);
    await press(ben, say.swapOrLeave);
    await press(ben, layers.moveOn);
    await expectBothSee(say.round(2, 2));
    await ana.panel.getByRole("radio", { name: whoMatters.text, exact: true }).check();
    await press(ana, say.openForAll(2));
    await expectBothSee(say.whoTitle);
    await ana.panel.getByRole("radio", { name: say.whoOther("Ben") }).check();
    await press(ana, say.whoAnswer);
    await ana.panel.getByText(say.answerKept).waitFor();
    await ben.panel.getByRole("radio", { name: say.whoMe }).check();
    await press(ben, say.whoAnswer);
    await expectBothSee(say.sharesFirst("Ben"));
    await throughTheTurn(false);
    await throughTheTurn(true);
    await expectBothSee(say.exerciseHeader);
  });

  it("[PANEL-5] goes through an exercise step by step, and back", async () => {
    const { exercise } = await session();
    const steps = exercise?.steps ?? [];
    await expectBothSee(exercise?.title ?? "");
    await press(ana, say.nextStep);
    await expectBothSee(steps[1]?.text ?? "");
    await press(ben, say.previousStep);
    await expectBothSee(steps[0]?.text ?? "");
    for (const next of steps.slice(1)) {
      await press(ana, say.nextStep);
      await expectBothSee(next.text);
    }
    await press(ben, say.wayOn("appreciate"));
    await ana.panel.getByText(say.appreciateTitle(["Ben"])).waitFor();
    await ben.panel.getByText(say.appreciateTitle(["Ana"])).waitFor();
  });

  it("[PANEL-5] has appreciations written apart and read together", async () => {
    const [fromAna, fromBen] = ["You let the silence run.", "You asked one question and stopped."];
    await ana.panel.getByRole("textbox").fill(fromAna);
    await press(ana, say.finished);
    await ana.panel.getByText(say.waitingFor(["Ben"])).waitFor();
    await ben.panel.getByRole("textbox").fill(fromBen);
    expect(await ben.panel.locator("main").textContent()).not.toContain(fromAna);
    await press(ben, say.finished);
    for (const words of [fromAna, fromBen]) await expectBothSee(words);
  });

  it("[PANEL-5] lets both go on without writing what they learned", async () => {
    await press(ana, say.wayOn("learn"));
    await expectBothSee(say.learnTitle);
    await press(ben, say.finishedWithout);
    await press(ana, say.finishedWithout);
    await expectBothSee(say.learnTogether(false));
    await press(ben, say.wayOn("book"));
    await expectBothSee(say.partNames.book);
  });

  it("[PANEL-8] books the next without leaving, and both see the receipt", async () => {
    await findTimes(ana);
    await ana.panel
      .getByRole("button", { name: /^Book / })
      .first()
      .click();
    await expectBothSee(end.booked(2));
    const home = await call<Home>(world, "Ben", "GET /api/home");
    expect(home.body.pair?.next).toMatchObject({ number: 4, status: "booked" });
  });

  it("[PANEL-9] thanks both, and shows the two taps only once both share them", async () => {
    await press(ben, end.finish);
    await expectBothSee(end.overTitle(2));
    for (const seat of [ana, ben]) {
      await seat.panel.getByRole("group", { name: end.feltHeard }).getByRole("radio", { name: "Yes" }).check();
      await seat.panel.getByRole("group", { name: end.roomToSpeak }).getByRole("radio", { name: "Partly" }).check();
    }
    await ana.panel.getByRole("radio", { name: end.shareOnce(["Ben"]) }).check();
    expect(await ben.panel.getByText(end.revealedTitle).count()).toBe(0);
    await ben.panel.getByRole("radio", { name: end.shareOnce(["Ana"]) }).check();
    await expectBothSee(end.revealedTitle);
    await ana.panel.getByRole("link", { name: end.toDraft }).click();
    await ana.panel.getByText("On the laptop.").first().waitFor();
  });

  it("[PATH-7] nothing went wrong in either window", () => {
    expect([...ana.errors, ...ben.errors]).toEqual([]);
  });
});
