import type { Browser, Frame, Page } from "playwright-core";
import { openWindow, type TeamsTheme, untilThemed } from "./browser.ts";
import { type Canned, type CannedServer, startCannedServer } from "./canned-server.ts";
import { canned } from "./canned-session.ts";
import type { CannedStep } from "./canned-steps.ts";

/** A window that shows nothing but Ana's panel, as large as the window. */
export interface CannedPanel {
  readonly page: Page;
  readonly frame: Frame;
  readonly errors: readonly string[];
  /** Shows a session on the panel that is open; every time as a step of its own. */
  readonly tell: (change: Partial<Canned> & Pick<Canned, "session">) => void;
  readonly setTheme: (theme: TeamsTheme) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a panel in a window of `width` × `height` pixels. */
export async function openCannedPanel(browser: Browser, width: number, height: number): Promise<CannedPanel> {
  const server = await startCannedServer(canned);
  const { page, context, errors } = await openWindow(browser, { width, height });
  await page.goto(`${server.url}/panel`);
  const element = await page.locator("iframe").elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error("The page frames no panel.");
  await frame.locator("main h1").waitFor();
  await drawAsInTeams(frame);
  return {
    page,
    frame,
    errors,
    tell: numbered(server),
    setTheme: async (theme) => {
      await page.evaluate((detail) => void dispatchEvent(new CustomEvent("theme", { detail })), theme);
      await untilThemed(frame, theme);
    },
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

/** Whatever is told comes after whatever was, as a step that begins now: what the step before had open or chosen is gone. */
function numbered(server: CannedServer): CannedPanel["tell"] {
  let version = 1000;
  return (change) => {
    version += 1;
    server.tell({ words: [], ...change, session: { ...change.session, version, stepSince: version } });
  };
}

/** Shows one of the panel's steps, and waits until it is there. */
export async function showStep(
  { page, frame, tell }: CannedPanel,
  { canned: told, press, shows }: CannedStep,
): Promise<void> {
  if (await frame.locator("[data-layer]").count()) await frame.press("body", "Escape");
  tell(told);
  if (press !== undefined) await pressed(frame, press).first().click();
  await frame.getByText(shows).first().waitFor();
  await page.mouse.move(0, 0);
  await settled(frame);
}

const pressed = (frame: Frame, name: string | RegExp) =>
  frame.getByRole("button", { name }).or(frame.getByRole("radio", { name }));

/** Lets everything that moves come to rest. */
const settled = (frame: Frame) =>
  frame.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });

/** How wide these words run in Teams' own typeface and those that run as wide, at most, at 100 pixels. */
const sample = { words: "Who in your work could tell you a hard thing, and would be heard?", width: 3200 };

/** Where only wider faces are installed, letters are drawn closer, so that lines break as they do in Teams. */
async function drawAsInTeams(frame: Frame): Promise<void> {
  await frame.evaluate(({ words, width }) => {
    const context = document.createElement("canvas").getContext("2d");
    if (!context) return;
    context.font = `600 100px ${getComputedStyle(document.querySelector("h1") ?? document.body).fontFamily}`;
    const closer = Math.max(0, (context.measureText(words).width - width) / words.length / 100);
    const style = document.createElement("style");
    style.textContent = `* { letter-spacing: -${closer}em !important }`;
    if (closer > 0) document.head.append(style);
  }, sample);
}
