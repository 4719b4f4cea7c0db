import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPerson } from "../../local/identities.ts";
import type { World } from "../../local/start/world.ts";
import { checkInEvents, seededWorld } from "../world.ts";
import { homeOf, journalOf, openBrowser, openWindow, panelOf, say, visit } from "./browser.ts";

let world: World;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  world = await seededWorld({ build: true });
  browser = await openBrowser();
  ({ page, errors } = await openWindow(browser));
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const log = () => page.getByRole("log");

/** Opens the first prompt on offer, and lets the turns alternate where it asks who shares first. */
async function openPrompt(panel: FrameLocator): Promise<void> {
  await panel.getByRole("heading", { name: "Either of you picks one" }).waitFor();
  await panel.getByRole("radio").first().check();
  await panel.getByRole("button", { name: "Open it for both" }).click();
  const skip = panel.getByRole("button", { name: "Skip this and take turns" });
  const turn = panel.getByRole("button", { name: /^Now / });
  await turn.or(skip).waitFor();
  if (await skip.isVisible()) await skip.click();
  await turn.waitFor();
}

describe("the main job, in a real browser", () => {
  it("[PATH-1] a goal of theirs is added and edited by Ana, and done, opened again and let go by Ben", async () => {
    await visit(page, world, "/as/ana/home");
    const home = homeOf(page);
    await home.getByRole("heading", { name: /, Ana$/ }).waitFor();
    await home.getByRole("button", { name: "Add a goal" }).click();
    await home.getByRole("textbox", { name: "What should be different?" }).fill("Ask before I explain");
    await home.getByRole("button", { name: "Keep goal" }).click();
    await home.getByRole("button", { name: "Ask before I explain" }).click();
    await home.getByRole("button", { name: "Edit" }).click();
    await home.getByRole("textbox", { name: "What is the next step?" }).fill("Try it on Tuesday");
    await home.getByRole("button", { name: "Keep changes" }).click();
    await home.getByText("Next: Try it on Tuesday").waitFor();

    await visit(page, world, "/as/ben/home");
    await homeOf(page).getByRole("button", { name: "Ask before I explain" }).click();
    await homeOf(page).getByRole("button", { name: "Done" }).click();
    await homeOf(page).getByText("Marked as done. It moved to the finished goals.").waitFor();
    await homeOf(page).getByRole("button", { name: "Finished goals (2)" }).click();
    await homeOf(page).getByRole("button", { name: "Ask before I explain" }).click();
    await homeOf(page).getByRole("button", { name: "Open again" }).click();
    await homeOf(page).getByText("The goal is open again.").waitFor();
    await homeOf(page).getByRole("button", { name: "Ask before I explain" }).click();
    await homeOf(page).getByRole("button", { name: "Let go" }).click();
    await homeOf(page).getByText("Let go. It moved to the finished goals.").waitFor();
    expect(await homeOf(page).getByRole("button", { name: "Finished goals (2)" }).isVisible()).toBe(true);
  });

  it("[PATH-2] Ana writes in the journal for Ana alone, then shares it with Ben", async () => {
    const words = "The quiet after the question was the useful part.";
    await visit(page, world, "/as/ana/journal");
    const journal = journalOf(page);
    await journal.getByRole("textbox", { name: "One line, or a few" }).fill(words);
    await journal.getByText("No coordinator or manager can read this.").waitFor();
    await journal.getByRole("button", { name: "Keep entry" }).click();
    const listed = journal.getByRole("listitem").filter({ hasText: words });
    await listed.getByText("Only you").waitFor();

    await visit(page, world, "/as/ben/journal");
    await journalOf(page).getByRole("heading", { name: "My journal" }).waitFor();
    await journalOf(page).getByText("three times today").waitFor();
    expect(await journalOf(page).getByText(words).count()).toBe(0);

    await visit(page, world, "/as/ana/journal");
    await journal.getByRole("listitem").filter({ hasText: words }).getByRole("link").first().click();
    await journal.getByRole("radio", { name: /Shared with Ben/ }).check();
    await journal.getByRole("button", { name: "Keep changes" }).click();
    await journal.getByRole("listitem").filter({ hasText: words }).getByText("You and Ben").waitFor();
    await visit(page, world, "/as/ben/journal");
    await journalOf(page).getByText(words).first().waitFor();
  });

  it("[PATH-3] Ana books the next check-in with one tap, and the card turns into a receipt", async () => {
    await visit(page, world, "/as/ana/chat");
    await say(page, "book our next check-in");
    await log().getByText("Three times that suit you both").waitFor();
    await page.locator("[data-card]").last().getByRole("button").first().click();
    await log().getByText("Booked").waitFor();
    await log()
      .getByText(/with Ben$/)
      .waitFor();
    expect(await log().getByText("Three times that suit you both").count()).toBe(0);

    const copies = await checkInEvents(world);
    expect(copies.map((event) => event.mailbox).toSorted()).toEqual(
      [localPerson("Ana").oid, localPerson("Ben").oid].toSorted(),
    );
    for (const copy of copies)
      expect(copy).toMatchObject({ sensitivity: "private", joinUrl: expect.stringContaining("teams.microsoft.com") });
    expect(JSON.stringify(copies)).not.toContain("Two voices");
  });

  it("[PATH-3] Ben is told once, in the chat, and both Homes show the check-in", async () => {
    await visit(page, world, "/as/ben/chat");
    await log().getByText("Booked").waitFor();
    expect(await log().getByText("Booked").count()).toBe(1);
    await visit(page, world, "/as/ben/home");
    await homeOf(page)
      .getByRole("heading", { name: /, with Ana$/ })
      .waitFor();
    await visit(page, world, "/as/ana/home");
    await homeOf(page)
      .getByRole("heading", { name: /, with Ben$/ })
      .waitFor();
    await homeOf(page)
      .getByText(/ for Ben · session three/)
      .waitFor();
  });

  it("[PATH-4] both panels move as one, through a reload and a restart of the server, to the close", async () => {
    await visit(page, world, "/meeting?people=ana,ben&joined=ana,ben");
    const [ana, ben] = [panelOf(page, "Ana"), panelOf(page, "Ben")];
    await ana.getByText("Ben is here", { exact: true }).first().waitFor();
    await ben.getByText("Ana is here", { exact: true }).first().waitFor();
    await ana.getByRole("button", { name: "Begin" }).click();
    await ben.getByRole("button", { name: "On to the prompts" }).click();
    await openPrompt(ben);
    await ana.getByText("Ana’s turn", { exact: true }).first().waitFor();
    const prompt = await ben.getByRole("heading").first().textContent();

    await page.reload();
    await ana.getByText("Ana’s turn", { exact: true }).first().waitFor();
    expect(await ana.getByRole("heading").first().textContent()).toBe(prompt);

    await ana.getByRole("button", { name: "Now Ben’s question" }).click();
    await ben.getByRole("button", { name: "Change over" }).click();
    await ana.getByText("Ben’s turn", { exact: true }).first().waitFor();
    await ben.getByRole("button", { name: "Now Ana’s question" }).click();

    await world.killServer();
    await world.startServer();
    await ben.getByRole("button", { name: "That’s both of us" }).click();
    await ana.getByText("Round 2 of 2", { exact: true }).first().waitFor({ timeout: 60_000 });
    await openPrompt(ana);
    await ben.getByText("Ben’s turn", { exact: true }).first().waitFor();

    await ben.getByRole("button", { name: "Parts of the session" }).click();
    await ben.getByRole("button", { name: "Next check-in" }).click();
    await ana.getByRole("heading", { name: "When do you meet next?" }).waitFor();
    await ana.getByRole("button", { name: "Not now" }).click();
    await ana.getByRole("heading", { name: "Thank you both" }).waitFor();
    await ben.getByRole("heading", { name: "Thank you both" }).waitFor();

    await visit(page, world, "/as/ana/home");
    await homeOf(page).getByRole("heading", { name: "Find a time with Ben" }).waitFor();
    await homeOf(page).getByText("Session four", { exact: false }).first().waitFor();
  });

  it("[PATH-5] Elif asks how the spring cohort is and gets counts, and no pair's words", async () => {
    await visit(page, world, "/as/elif/chat");
    await say(page, "how is the spring cohort?");
    await log().getByText("Pairs formed").waitFor();
    expect(await log().textContent()).not.toContain("quiet after the question");
    await visit(page, world, "/as/elif/home");
    await homeOf(page).getByRole("heading", { name: "Run the programme" }).waitFor();
    expect(await homeOf(page).locator("body").textContent()).not.toContain("Ask before I explain");
  });

  it("[PATH-6] what isn't understood is met with three things that can be done", async () => {
    await visit(page, world, "/as/ana/chat");
    await say(page, "purple elephants over the harbour");
    const card = page.locator("[data-card]").last();
    await card.getByRole("button").nth(2).waitFor();
    expect(await card.getByRole("button").count()).toBe(3);
  });

  it("[PATH-7] nothing went wrong on any page", () => {
    expect(errors).toEqual([]);
  });
});
