import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localPerson } from "../identities.ts";
import { personalChatId } from "./people.ts";
import { startTestWorld, type TestWorld } from "./test-world.ts";
import { addTestTab } from "./testing/tab.ts";

let pageDir: string;
let world: TestWorld;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  pageDir = await mkdtemp(join(tmpdir(), "window-page-"));
  const configFile = fileURLToPath(new URL("./vite.config.ts", import.meta.url));
  await build({ configFile, logLevel: "silent", build: { outDir: pageDir, emptyOutDir: true } });
  world = await startTestWorld({ pageDir, stateDir: join(pageDir, "chats"), addTab: addTestTab });
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
  await rm(pageDir, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext({ acceptDownloads: true, reducedMotion: "reduce" });
  await context.route(/cdn\.office\.net/, (route) => route.fulfill({ json: { validOrigins: [] } }));
  page = await context.newPage();
});
afterEach(() => context.close());

const tabIn = (place: Pick<Page, "frameLocator">) => place.frameLocator('iframe[title="Counterpoint: Home"]');

/** Waits for something to be seen. */
const isShown = (what: Locator | undefined) => what?.waitFor().then(() => true);

describe("a tab that asks for consent", () => {
  const withdraw = () => fetch(`${world.signInUrl}/_local/consents/ana`, { method: "DELETE" });
  beforeEach(withdraw);

  async function ask() {
    await page.goto(`${world.windowUrl}/as/ana/home`);
    const tab = tabIn(page);
    await tab.getByText("ready for ana.moreau").waitFor();
    const opening = page.waitForEvent("popup");
    await tab.getByRole("button", { name: "Connect the calendar" }).click();
    return { tab, popup: await opening };
  }

  it("gets a window for it, hears the end, and the window closes", async () => {
    const { tab, popup } = await ask();
    const closing = popup.waitForEvent("close");
    await popup.getByText("Read and change your calendars").waitFor();
    await popup.getByRole("button", { name: "Accept" }).click();
    expect(await isShown(tab.getByText("allowed with a code"))).toBe(true);
    await closing;
  });

  it("hears a refusal, and that the window was closed", async () => {
    const first = await ask();
    await first.popup.getByRole("button", { name: "Cancel" }).click();
    expect(await isShown(first.tab.getByText("not allowed: access_denied"))).toBe(true);
    const second = await ask();
    await second.popup.close();
    expect(await isShown(second.tab.getByText("not allowed: CancelledByUser"))).toBe(true);
  });
});

it("lets a tab give a file it made itself", async () => {
  await page.goto(`${world.windowUrl}/as/ana/home`);
  const saving = page.waitForEvent("download");
  await tabIn(page).getByRole("button", { name: "Download" }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe("check-ins.ics");
  expect(await readFile(await file.path(), "utf8")).toBe("BEGIN:VCALENDAR");
});

describe("two people", () => {
  it("have their windows at the same time, each its own", async () => {
    const other = await context.newPage();
    await page.goto(`${world.windowUrl}/?as=ana`);
    await other.goto(`${world.windowUrl}/?as=ben`);
    await tabIn(page).getByText("ready for ana.moreau").waitFor();
    expect(await isShown(tabIn(other).getByText("ready for ben.okafor"))).toBe(true);
  });

  it("can be seen side by side, in the same theme", async () => {
    await page.goto(`${world.windowUrl}/both?left=ana&right=ben`);
    const [left, right] = ["Ana", "Ben"].map((name) => page.frameLocator(`iframe[title="${name}'s window"]`));
    await left?.frameLocator("iframe").getByText("ready for ana.moreau").waitFor();
    await right?.frameLocator("iframe").getByText("ready for ben.okafor").waitFor();
    await page.locator("#window > .bar").getByLabel("Theme").selectOption("dark");
    expect(await isShown(right?.locator("html[data-theme=dark][data-framed]"))).toBe(true);
  });
});

describe("a card", () => {
  const choices = [
    { title: "25 minutes", value: "25" },
    { title: "50 minutes", value: "50" },
  ];
  const asking = {
    type: "AdaptiveCard",
    version: "1.5",
    body: [
      { type: "Input.ChoiceSet", id: "length", label: "How long", style: "compact", value: "25", choices },
      { type: "Input.ChoiceSet", id: "when", label: "When", style: "expanded", value: "", choices },
      { type: "Input.Text", id: "words", label: "A word", isMultiline: true },
    ],
    actions: [
      { type: "Action.Execute", title: "Move", verb: "move", data: { checkIn: "7" } },
      { type: "Action.Submit", title: "Say", data: { verb: "say" } },
      { type: "Action.OpenUrl", title: "Open", url: "https://teams.microsoft.com/l/entity/app/journal" },
    ],
  };
  const attachments = (content: unknown) => [{ contentType: "application/vnd.microsoft.card.adaptive", content }];
  const chat = encodeURIComponent(personalChatId(localPerson("Ana")));
  let id: string;

  beforeEach(async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    const opening = page.waitForResponse(/\/api\/chats\/ana\/open/);
    await page.goto(`${world.windowUrl}/as/ana/chat`);
    await opening;
    await page.getByRole("textbox", { name: "Message Counterpoint" }).waitFor();
    const sent = await world.asBot("POST", `/v3/conversations/${chat}/activities`, {
      type: "message",
      attachments: attachments(asking),
    });
    id = ((await sent.json()) as { id: string }).id;
    world.received.length = 0;
  });

  const card = () => page.locator(`[data-message-id="${id}"] [data-card]`);

  it("sends what was chosen and written together with the action's own data", async () => {
    await card().getByLabel("How long").selectOption("50");
    await card().getByRole("radio", { name: "25 minutes" }).check();
    await card().getByLabel("A word").fill("After lunch");
    await card().getByRole("button", { name: "Move" }).click();
    const typed = { length: "50", when: "25", words: "After lunch" };
    await expect
      .poll(() => world.received[0]?.activity.value)
      .toMatchObject({
        action: { type: "Action.Execute", verb: "move", data: { checkIn: "7", ...typed } },
      });
    await card().getByRole("button", { name: "Say" }).click();
    await expect
      .poll(() => world.received[1]?.activity)
      .toMatchObject({
        type: "message",
        value: { verb: "say", ...typed },
      });
  });

  it("keeps what is being written when the page hears of the same message again", async () => {
    await card().getByLabel("A word").fill("Half a sen");
    const again = page.waitForResponse(/\/api\/chats\/ana\/events/);
    await world.restartWindow();
    await again;
    await world.asBot("POST", `/v3/conversations/${chat}/activities`, { type: "message", text: "And another thing." });
    await page.getByText("And another thing.").last().waitFor();
    expect(await card().getByLabel("A word").inputValue()).toBe("Half a sen");
  });

  it("opens a Teams link in the window, and sets its actions in two columns where it is narrow", async () => {
    await card().waitFor();
    const buttons = ["Move", "Say"].map((name) => card().getByRole("button", { name }));
    const [move, say, open] = await Promise.all(
      [...buttons, card().getByRole("link", { name: "Open" })].map((one) => one.boundingBox()),
    );
    expect([say?.y, open?.x]).toEqual([move?.y, move?.x]);
    expect(say?.width).toBeCloseTo(move?.width ?? 0, 0);
    expect(open?.y).toBeGreaterThan(move?.y ?? 0);
    await card().getByRole("link", { name: "Open" }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/as/ana/journal");
  });

  it("is replaced in its place when the bot changes the message", async () => {
    await world.asBot("PUT", `/v3/conversations/${chat}/activities/${encodeURIComponent(id)}`, {
      type: "message",
      attachments: attachments({ ...asking, body: [{ type: "TextBlock", text: "Moved." }], actions: [] }),
    });
    await page.locator(`[data-message-id="${id}"]`).getByText("Moved.").waitFor();
    expect(await page.locator(`[data-message-id="${id}"]`).count()).toBe(1);
  });
});
