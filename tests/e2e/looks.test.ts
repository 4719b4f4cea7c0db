import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { World } from "../../local/start/world.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import type { CohortBookingView } from "../../shared/contract/cohort-bookings.ts";
import type { Home } from "../../shared/contract/home.ts";
import { call, seededWorld, until } from "../world.ts";
import { expectNoBarriers } from "./barriers.ts";
import { homeOf, journalOf, openBrowser, openWindow, setTheme, teamsThemes, visit } from "./browser.ts";
import { seedWithNewPairs } from "./fresh-cohort.ts";

let world: World;
let browser: Browser;

const seed = seedWithNewPairs(new Date(), "Ana", "Chidi");
const cohortId = seed.cohorts[0]?.id;

/** Ana's check-in stands, and the first check-ins of new pairs wait for a coordinator's yes. */
beforeAll(async () => {
  world = await seededWorld({ build: true, seed: () => seed });
  browser = await openBrowser();
  await call(world, "Elif", `POST /api/cohorts/${cohortId}/bookings`, {});
  await bookAsAna();
  const path = `GET /api/cohorts/${cohortId}/bookings/latest`;
  await until(
    "a list",
    async () => (await call<{ booking: CohortBookingView }>(world, "Elif", path)).body.booking.status === "ready",
  );
});

async function bookAsAna(): Promise<void> {
  const home = await call<Home>(world, "Ana", "GET /api/home");
  const asked = await call<CheckInView>(world, "Ana", `POST /api/pairs/${home.body.pair?.id}/check-ins`, {});
  const startsAt = asked.body.offered[0]?.startsAt;
  await call(world, "Ana", `POST /api/check-ins/${asked.body.id}/booking`, { startsAt });
  const path = `GET /api/check-ins/${asked.body.id}`;
  await until("a booking", async () => (await call<CheckInView>(world, "Ana", path)).body.status === "booked");
}

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const widths = [1280, 320] as const;

const places: readonly (readonly [name: string, path: string, ready: (page: Page) => Promise<unknown>])[] = [
  ["Home", "/as/ana/home", (page) => homeOf(page).getByRole("heading", { name: "Our goals" }).waitFor()],
  ["Journal", "/as/ana/journal", (page) => journalOf(page).getByRole("heading", { name: "My journal" }).waitFor()],
  [
    "About",
    "/as/ana/about",
    (page) => page.frameLocator('iframe[title="Counterpoint: About"]').getByRole("heading").first().waitFor(),
  ],
  [
    "Elif's Home",
    "/as/elif/home",
    (page) => homeOf(page).getByRole("heading", { name: "Run the programme" }).waitFor(),
  ],
  [
    "Elif's list of first check-ins",
    `/as/elif/home?sub=${encodeURIComponent(`cohort-booking/${cohortId}`)}`,
    (page) => homeOf(page).getByRole("heading", { name: "Ready when you are" }).waitFor(),
  ],
  ["Chat", "/as/ana/chat", (page) => page.getByRole("log").getByRole("article").first().waitFor()],
];

/** What Home lets a person change about a check-in: the button, what it shows, and the way back. */
const changes = [
  ["Move", "stands until you choose", /^Keep /],
  ["Change length", "How long shall it be?", "Keep 60 minutes"],
  ["Cancel", "A note (optional)", "Keep it"],
] as const;

/** How far the widest frame or page reaches beyond its own width, in pixels. */
async function overflow(page: Page): Promise<number> {
  const measure = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const found = await Promise.all(page.frames().map((frame) => frame.evaluate(measure).catch(() => 0)));
  return Math.max(...found);
}

describe("how it looks and reads", () => {
  it.each(places)("[LOOK-1] %s has no barrier in any theme, and fits 1280 and 320 px", async (_, path, ready) => {
    const { page, context } = await openWindow(browser);
    await visit(page, world, path);
    await ready(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 860 });
      for (const theme of teamsThemes) {
        await setTheme(page, theme);
        await expectNoBarriers(page);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      }
    }
    await context.close();
  });

  it("[LOOK-1] a check-in is moved, lengthened and cancelled without a barrier in any theme, at 320 px", async () => {
    const { page, context } = await openWindow(browser, { width: 320, height: 860 });
    await visit(page, world, "/as/ana/home");
    for (const [open, shows, close] of changes) {
      await homeOf(page).getByRole("button", { name: open }).click();
      await homeOf(page).getByText(shows).first().waitFor();
      for (const theme of teamsThemes) {
        await setTheme(page, theme);
        await expectNoBarriers(page);
      }
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await homeOf(page).getByRole("button", { name: close }).click();
    }
    await context.close();
  });

  it("[LOOK-3] Home reads at 200 % zoom", async () => {
    const { page, context } = await openWindow(browser, { width: 640, height: 430 });
    await visit(page, world, "/as/ana/home");
    await homeOf(page).getByRole("heading", { name: "Our goals" }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await context.close();
  });

  it("[LOOK-4] follows Teams when the theme changes, without a reload", async () => {
    const { page, context } = await openWindow(browser);
    await visit(page, world, "/as/ana/home");
    const heading = homeOf(page).getByRole("heading", { name: /, Ana$/ });
    await heading.waitFor();
    const colour = () => heading.evaluate((element) => getComputedStyle(element).color);
    const light = await colour();
    await setTheme(page, "dark");
    expect(await until("another colour", async () => (await colour()) !== light)).toBe(true);
    await context.close();
  });

  it("[LOOK-5] books from Home with the keyboard alone", async () => {
    const { page, context } = await openWindow(browser);
    await visit(page, world, "/as/chidi/home");
    const find = homeOf(page).getByRole("button", { name: "Find a time" });
    await find.focus();
    await page.keyboard.press("Enter");
    const first = homeOf(page)
      .getByRole("button", { name: /^Book / })
      .first();
    await first.waitFor();
    await first.focus();
    await page.keyboard.press("Enter");
    await homeOf(page)
      .getByRole("heading", { name: /, with Dara$/ })
      .waitFor();
    expect(await homeOf(page).getByRole("link", { name: "Join" }).isVisible()).toBe(true);
    await context.close();
  });

  it("[LOOK-6] says plainly where it belongs when it is opened outside Teams", async () => {
    const { page, context } = await openWindow(browser);
    await page.goto(`${world.urls.server}/tab/index.html`);
    await page.getByText("Open Counterpoint in Teams").first().waitFor();
    await expectNoBarriers(page);
    await context.close();
  });
});
