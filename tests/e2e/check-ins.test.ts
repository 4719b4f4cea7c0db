import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPerson, localTenant } from "../../local/identities.ts";
import type { World } from "../../local/start/world.ts";
import { time } from "../../shared/content/when.ts";
import { queueForged } from "../doors/forged-job.ts";
import { checkInEvents, seededWorld, until } from "../world.ts";
import { expectNoBarriers } from "./barriers.ts";
import { cardsIn, homeOf, lastCardIn, openBrowser, openWindow, say, visit } from "./browser.ts";
import { actInOutlook, copyOf, openInOutlook } from "./outlook.ts";

let world: World;
let browser: Browser;
let ana: Page;
let ben: Page;
let outlook: Page;
const errors: string[] = [];

/** Microsoft's notice is followed within this long. */
const aMinute = 60_000;

beforeAll(async () => {
  world = await seededWorld({ build: true });
  browser = await openBrowser();
  const windows = await Promise.all([openWindow(browser), openWindow(browser), openWindow(browser)]);
  [ana, ben, outlook] = windows.map(({ page }) => page) as [Page, Page, Page];
  for (const { page } of windows) page.on("pageerror", (error) => errors.push(error.message));
  await Promise.all([visit(ana, world, "/as/ana/chat"), visit(ben, world, "/as/ben/chat")]);
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/**
 * The latest card with these words. By day it may stand above the welcome: whoever books is offered times by the bot itself, maybe before the
 * chat was ever opened, and that card turns into the receipt.
 */
const cardWith = (page: Page, words: string | RegExp) => cardsIn(page).filter({ hasText: words }).last();

/** Waits until a card of each says this. */
const bothRead = (words: string | RegExp) =>
  Promise.all([ana, ben].map((page) => cardWith(page, words).waitFor({ timeout: aMinute })));

/** What a person's clock shows at the check-in's hour. */
async function hourOn(who: string): Promise<string> {
  const { locale, zone: timeZone } = localPerson(who);
  return time((await copyOf(world, who)).startAt, { locale, timeZone });
}

/** Expects the check-in's hour in both latest cards, each on the reader's own clock. */
async function expectBothHours(): Promise<void> {
  await cardWith(ana, `${await hourOn("Ana")}, with Ben`).waitFor();
  await cardWith(ben, `${await hourOn("Ben")}, with Ana`).waitFor();
}

const press = (page: Page, name: string) => cardsIn(page).getByRole("button", { name }).last().click();

/** Takes the second of the offered times: days ahead, so that no reminder of it is due meanwhile. */
const chooseTime = (page: Page) => {
  const time = { name: /^(Book|Move to) .*\d/ };
  const offer = cardsIn(page).filter({ has: page.getByRole("button", time) });
  return offer.last().getByRole("button", time).nth(1).click();
};

describe("a check-in's life, with both partners' screens in view", () => {
  it("[PATH-8] Ana books in the chat and both have the same receipt", async () => {
    await say(ana, "book our next check-in");
    await ana.getByRole("log").getByText("Three times that suit you both").waitFor();
    await chooseTime(ana);
    await bothRead("Booked");
    await expectBothHours();
    expect(await checkInEvents(world)).toHaveLength(2);
  });

  it("[PATH-8] Ben asks for other times to move it to, chooses one, and both read where it was", async () => {
    const before = await copyOf(world, "Ana");
    await press(ben, "Move");
    const offer = cardWith(ben, "Move it to one of three times");
    await offer.waitFor();
    const offered = await offer.innerText();
    await press(ben, "Other times");
    await until("other times", async () => (await offer.innerText()) !== offered);
    await chooseTime(ben);
    await bothRead("✓ Moved");
    await expectBothHours();
    const after = await copyOf(world, "Ana");
    expect(after.startAt).not.toBe(before.startAt);
    expect(after.joinUrl).toBe(before.joinUrl);
    expect(await checkInEvents(world)).toHaveLength(2);
  });

  it("[PATH-9] Ana moves it in Outlook and both read the new hour, on their own clocks", async () => {
    await openInOutlook(outlook, world, "Ana");
    await outlook.getByLabel("Starts").fill("13:15");
    await outlook.getByRole("button", { name: "Send update" }).click();
    await bothRead("Moved in Outlook");
    await expectBothHours();
    expect(await hourOn("Ana")).toBe("13:15");
  });

  it("[PATH-9] Ben declines in Outlook, and chats and Homes say so to both", async () => {
    await openInOutlook(outlook, world, "Ben");
    await outlook.getByRole("button", { name: "Decline" }).click();
    await bothRead("Ben declined in Outlook");
    await bothRead("The event still stands in Ana's calendar.");
    await visit(outlook, world, "/as/ana/home");
    await homeOf(outlook).getByRole("heading", { name: "Ben declined in Outlook" }).waitFor();
    await expectNoBarriers(outlook);
    await visit(outlook, world, "/as/ben/home");
    await homeOf(outlook).getByRole("heading", { name: "You declined in Outlook" }).waitFor();
  });

  it("[PATH-9] a lost notice of a move is caught up with by the sweep", async () => {
    await outlook.goto(new URL("/_local/control", world.urls.graph).href);
    // One each for the two mailboxes, and for what each may hear twice.
    for (let lost = 0; lost < 4; lost += 1)
      await outlook.getByRole("button", { name: "Do it: Lose the next notice" }).click();
    await actInOutlook(world, "Ana", "move", { byMinutes: 15 });
    await queueForged(world, "sweep-mailboxes", { tenantId: localTenant.id });
    await bothRead("Moved in Outlook");
    await expectBothHours();
    await outlook.getByRole("button", { name: "Mend everything" }).click();
  });

  it("[PATH-9] Ana cancels in Outlook, both are told, and Ana alone is offered other times, once", async () => {
    await openInOutlook(outlook, world, "Ana");
    await outlook.getByRole("button", { name: "Cancel the meeting" }).click();
    await lastCardIn(ben).getByText("This check-in is cancelled").waitFor({ timeout: aMinute });
    await lastCardIn(ana).getByText("Three times that suit you both").waitFor({ timeout: aMinute });
    expect(await cardsIn(ana).getByText("This check-in is cancelled").count()).toBe(1);
    expect(await cardsIn(ana).getByText("Three times that suit you both").count()).toBe(1);
    expect(await cardsIn(ben).getByText("Three times that suit you both").count()).toBe(0);
    expect(await checkInEvents(world)).toEqual([]);
  });

  it("[PATH-8] Ben cancels from Home with a note, which Ana reads in the chat", async () => {
    await chooseTime(ana);
    await bothRead("Booked");
    await visit(outlook, world, "/as/ben/home");
    const home = homeOf(outlook);
    await home.getByRole("button", { name: "Cancel" }).click();
    await home.getByText("Ana reads this with the cancellation.").waitFor();
    await home.getByRole("textbox", { name: "A note (optional)" }).fill("My train is late. Next week?");
    await home.getByRole("button", { name: "Cancel this check-in" }).click();
    await bothRead("This check-in is cancelled");
    await lastCardIn(ana).getByText("My train is late. Next week?").waitFor();
    await home.getByRole("button", { name: "Find a time" }).waitFor();
    expect(await checkInEvents(world)).toEqual([]);
  });

  it("[PATH-8] once its hour has passed both Homes ask whether they met, and one answer is enough", async () => {
    const home = homeOf(outlook);
    await home.getByRole("button", { name: "Find a time" }).click();
    await home
      .getByRole("button", { name: /^Book / })
      .nth(1)
      .click();
    await bothRead("Booked");
    const { startAt } = await copyOf(world, "Ben");
    const twoHoursAgo = Math.round((Date.now() - Date.parse(startAt)) / 60_000) - 120;
    await actInOutlook(world, "Ben", "move", { byMinutes: twoHoursAgo });
    await bothRead(/Moved in Outlook|Did you meet/);
    await visit(outlook, world, "/as/ana/home");
    await home.getByRole("heading", { name: /^Did you meet/ }).waitFor();
    await expectNoBarriers(outlook);
    await visit(outlook, world, "/as/ben/home");
    await home.getByRole("heading", { name: /^Did you meet/ }).waitFor();
    await home.getByRole("button", { name: "We met" }).click();
    await home.getByText("Session four", { exact: false }).first().waitFor();
    await lastCardIn(ana).getByText("Session three: you met").waitFor({ timeout: aMinute });
    await visit(outlook, world, "/as/ana/home");
    await home.getByText("Session four", { exact: false }).first().waitFor();
  });

  it("[PATH-7] nothing went wrong on any page", () => {
    expect(errors).toEqual([]);
  });
});
