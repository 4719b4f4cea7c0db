import {
  type Browser,
  type BrowserContext,
  chromium,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
} from "playwright-core";
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

/** Teams' themes, and what a page of the app stands on in each. */
const grounds = { default: "#ffffff", dark: "#292929", contrast: "#000000" } as const;
export type TeamsTheme = keyof typeof grounds;
export const teamsThemes = ["default", "dark", "contrast"] as const satisfies readonly TeamsTheme[];

/** Waits until a page of the app, if this is one, is drawn in the theme. */
export async function untilThemed(frame: Frame, theme: TeamsTheme): Promise<void> {
  await frame.waitForFunction((ground) => {
    const provider = document.querySelector(".fui-FluentProvider");
    return !provider || getComputedStyle(provider).getPropertyValue("--colorNeutralBackground1").trim() === ground;
  }, grounds[theme]);
}

/** Chooses the theme of the small Teams, and waits until all that it frames has it. */
export async function setTheme(page: Page, theme: TeamsTheme): Promise<void> {
  await page.getByRole("combobox", { name: "Theme", exact: true }).selectOption({ value: theme });
  for (const frame of page.frames()) await untilThemed(frame, theme);
}
