import { AxeBuilder } from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  chromium,
  type FrameLocator,
  type Locator,
  type Page,
} from "playwright-core";
import { expect } from "vitest";
import type { World } from "../../local/start/world.ts";
import { chromiumFlags } from "../chromium-flags.ts";

/** Starts Chromium; its path comes from the test runner. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (!executablePath)
    throw new Error("CHROMIUM_PATH is not set: run the browser tests through npm test, or name a Chromium.");
  return chromium.launch({ executablePath, args: [...chromiumFlags] });
}

/** A window of its own, in which Microsoft's list of domains answers from here, and errors on the console fail the test. */
export async function openWindow(
  browser: Browser,
  size = { width: 1280, height: 860 },
): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly errors: string[] }> {
  const context = await browser.newContext({ viewport: size, reducedMotion: "reduce" });
  await context.route(/cdn\.office\.net/, (route) => route.fulfill({ json: { validOrigins: [] } }));
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  return { context, page, errors };
}

export const homeOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Counterpoint: Home"]');
export const journalOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Counterpoint: Journal"]');
export const aboutOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Counterpoint: About"]');
export const panelOf = (page: Page, name: string): FrameLocator =>
  page.frameLocator(`iframe[title="Counterpoint, ${name}'s side panel"]`);

/** The cards in the chat that is open, and the latest of them. */
export const cardsIn = (page: Page): Locator => page.getByRole("log").locator("[data-card]");
export const lastCardIn = (page: Page): Locator => cardsIn(page).last();

/** Types to the bot as the person whose chat is open. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message Counterpoint" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

/** Opens one of the person's pages in the small Teams. */
export const visit = (page: Page, world: Pick<World, "urls">, path: string) => page.goto(`${world.urls.window}${path}`);

/** Expects nothing of axe's on the page and in its frames, but for the elements Fluent itself puts in. */
export async function expectNoBarriers(page: Page): Promise<void> {
  const ofFluent = "[data-tabster-dummy]";
  const { violations } = await new AxeBuilder({ page }).exclude(ofFluent).exclude(["iframe", ofFluent]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual(
    [],
  );
}
