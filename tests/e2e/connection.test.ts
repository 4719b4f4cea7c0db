import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { World } from "../../local/start/world.ts";
import { postJson, seededWorld } from "../world.ts";
import { expectNoBarriers } from "./barriers.ts";
import { aboutOf, lastCardIn, openBrowser, openWindow, say, visit } from "./browser.ts";

let world: World;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  world = await seededWorld({ build: true, serverSettings: { CALENDAR_ACCESS: "delegated" } });
  browser = await openBrowser();
  ({ page } = await openWindow(browser));
  // What an administrator alone may allow is allowed; the rest is asked of each person.
  const scopes = ["TeamsAppInstallation.ReadWriteAndConsentSelfForChat"];
  await postJson(`${world.urls.signIn}/_local/consents`, { personId: "everyone", scopes });
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const about = (): FrameLocator => aboutOf(page);

/** Asks in the chat for times. */
async function ask(): Promise<void> {
  await visit(page, world, "/as/ana/chat");
  await page.getByRole("log").getByRole("article").first().waitFor();
  await say(page, "book our next check-in");
}

/** Taps what the card offers, which leads to the person's own calendar on About. */
async function followCard(): Promise<void> {
  await lastCardIn(page).getByRole("link", { name: "Connect my calendar" }).click();
  await about().getByRole("heading", { name: "Your calendar" }).waitFor();
}

describe("a person connects the own calendar", () => {
  it("[PATH-11] is told that it isn't connected, and a no at Microsoft's window connects nothing", async () => {
    await ask();
    await lastCardIn(page).getByText("Connect your calendar first").waitFor();
    await followCard();
    const opening = page.waitForEvent("popup");
    await about().getByRole("button", { name: "Connect my calendar" }).click();
    await (await opening).getByRole("button", { name: "Cancel" }).click();
    await about().getByText("Nothing was connected.").waitFor();
    await expectNoBarriers(page);
  });

  it("[PATH-11] connects with a yes there, and books", async () => {
    const opening = page.waitForEvent("popup");
    await about().getByRole("button", { name: "Connect my calendar" }).click();
    await (await opening).getByRole("button", { name: "Accept" }).click();
    await about().getByRole("button", { name: "Disconnect" }).waitFor();
    await expectNoBarriers(page);
    await ask();
    await lastCardIn(page).getByText("Three times that suit you both").waitFor();
    await lastCardIn(page).getByRole("button").first().click();
    await lastCardIn(page).getByText("Booked").waitFor();
  });

  it("[PATH-11] once Microsoft has ended it, the chat leads to where one tap mends it", async () => {
    await world.killServer();
    await fetch(`${world.urls.signIn}/_local/revoke/Ana`, { method: "POST" });
    await world.startServer();
    await visit(page, world, "/as/ana/chat");
    await lastCardIn(page).getByRole("button", { name: "Move" }).click();
    await page.getByRole("log").getByText("Your calendar isn't connected").waitFor();
    await followCard();
    await about().getByText("No longer connected").waitFor();
    await about().getByRole("button", { name: "Connect again" }).click();
    await about().getByRole("button", { name: "Disconnect" }).waitFor();
    await visit(page, world, "/as/ana/chat");
    await say(page, "move our check-in");
    await lastCardIn(page).getByText("Move it to one of three times").waitFor();
    expect(await lastCardIn(page).getByRole("button").count()).toBe(5);
  });
});
