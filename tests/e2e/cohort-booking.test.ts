import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { World } from "../../local/start/world.ts";
import { checkInEvents, seededWorld, until } from "../world.ts";
import { homeOf, lastCardIn, openBrowser, openWindow, say, visit } from "./browser.ts";
import { seedWithNewPairs } from "./fresh-cohort.ts";

let world: World;
let browser: Browser;
let chat: Page;
let tab: Page;

beforeAll(async () => {
  world = await seededWorld({ build: true, seed: () => seedWithNewPairs(new Date(), "Ana") });
  browser = await openBrowser();
  const windows = await Promise.all([openWindow(browser), openWindow(browser)]);
  [chat, tab] = windows.map(({ page }) => page) as [Page, Page];
  await Promise.all([visit(chat, world, "/as/elif/chat"), visit(tab, world, "/as/elif/home")]);
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const page = () => homeOf(tab);
const heading = (name: string) => page().getByRole("heading", { name, exact: true }).waitFor();

describe("a coordinator books the first check-ins of a cohort", () => {
  let pairs = 0;
  const everyPairIs = (words: string) =>
    until(words, async () => (await page().getByRole("cell", { name: words, exact: true }).count()) === pairs);

  it("[PATH-10] looked for from the chat, the list is on the page, and nothing is booked", async () => {
    await say(chat, "book the first check-ins");
    await lastCardIn(chat).getByText("Nothing is in a calendar yet.").waitFor({ timeout: 60_000 });
    await page().getByRole("link", { name: "Book first check-ins" }).click();
    await heading("Ready when you are");
    const confirm = await page()
      .getByRole("button", { name: /^Book \d+ check-ins$/ })
      .textContent();
    pairs = Number(/\d+/.exec(confirm ?? "")?.[0]);
    expect(pairs).toBeGreaterThan(5);
    await everyPairIs("Can be booked");
    expect(await page().getByText("Ana Moreau").count()).toBe(0);
    expect(await checkInEvents(world)).toEqual([]);
  });

  it("[PATH-10] confirmed in the chat, it runs to its end on card and page alike", async () => {
    await lastCardIn(chat).getByRole("button", { name: "Book them" }).click();
    await lastCardIn(chat).getByText(`Done: ${pairs} check-ins are in the calendars.`).waitFor({ timeout: 60_000 });
    await heading("Done");
    await everyPairIs("Booked");
    const events = await checkInEvents(world);
    expect(events).toHaveLength(pairs * 2);
    expect(new Set(events.map(({ iCalUId }) => iCalUId)).size).toBe(pairs);
  });

  it("[PATH-10] taken back on the page, it leaves every calendar, and the card says so too", async () => {
    await page().getByRole("button", { name: "Undo" }).click();
    await heading(`Take back ${pairs} check-ins?`);
    await page()
      .getByRole("button", { name: `Take back ${pairs} check-ins` })
      .click();
    await lastCardIn(chat).getByText("Taken back: nothing of this booking stands").waitFor({ timeout: 60_000 });
    await heading("Taken back");
    await everyPairIs("Taken back");
    expect(await checkInEvents(world)).toEqual([]);
  });
});
