import type { Browser, BrowserContext, Frame, Page } from "playwright-core";

/** A page, and how one sees that it can be used. */
export interface Visit {
  readonly name: string;
  /** What the browser opens: the page itself, or what frames it. */
  readonly url: string;
  /** How the address of the page itself begins. */
  readonly page: string;
  /** Words in its heading. */
  readonly heading: string;
  /** The whole name of the button or link that is the one thing to do. */
  readonly action: string;
}

/** A machine and a network to imitate. */
export interface Conditions {
  readonly name: string;
  /** How many times slower the processor is. */
  readonly slowdown: number;
  readonly network: { readonly roundTripMs: number; readonly bytesPerSecond: number } | null;
}

/** A visit that was paid: milliseconds from the page's own navigation until it could be used, and the files that it had loaded by then. */
export interface Visited {
  readonly usableAfter: number;
  readonly files: readonly string[];
}

/** How long a page may take until the bench gives up, in milliseconds. */
const patience = 90_000;

/** Opens the page in a browser that has never seen it, and waits until its heading and its action are there to see. */
export async function visit(
  browser: Browser,
  { url, page: address, heading, action }: Visit,
  conditions: Conditions,
): Promise<Visited> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  try {
    await context.addInitScript(watchForUse, { address, heading, action });
    const page = await context.newPage();
    const files = filesUnder(page, new URL(".", address).href);
    await imitate(context, page, conditions);
    await page.goto(url, { timeout: patience });
    const frame = await frameAt(page, address);
    const usable = await frame.waitForFunction(() => Reflect.get(globalThis, "usableAfter"), null, {
      timeout: patience,
    });
    return { usableAfter: (await usable.jsonValue()) as number, files: [...files] };
  } finally {
    await context.close();
  }
}

function filesUnder(page: Page, folder: string): ReadonlySet<string> {
  const files = new Set<string>();
  page.on("response", (response) => {
    const url = response.url().split(/[#?]/)[0] ?? "";
    if (url.startsWith(folder) && response.status() === 200) files.add(url.slice(folder.length));
  });
  return files;
}

async function imitate(context: BrowserContext, page: Page, { slowdown, network }: Conditions): Promise<void> {
  const devTools = await context.newCDPSession(page);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  if (!network) return;
  const { roundTripMs: latency, bytesPerSecond } = network;
  const both = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond };
  await devTools.send("Network.emulateNetworkConditions", { offline: false, latency, ...both });
}

async function frameAt(page: Page, address: string): Promise<Frame> {
  const isIt = (frame: Frame) => frame.url().startsWith(address);
  const found = page.frames().find(isIt);
  return found ?? (await page.waitForEvent("framenavigated", { predicate: isIt, timeout: patience }));
}

interface Signs {
  readonly address: string;
  readonly heading: string;
  readonly action: string;
}

/** Runs in every frame before its own scripts: in the page itself it looks, at each picture drawn, whether both are to be seen. */
function watchForUse({ address, heading, action }: Signs): void {
  if (!location.href.startsWith(address)) return;
  const isSeen = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
  const any = (selector: string, is: (text: string) => boolean) =>
    [...document.querySelectorAll(selector)].some(
      (element) => is(element.textContent?.trim() ?? "") && isSeen(element),
    );
  const look = () => {
    const isUsable =
      any("h1", (text) => text.includes(heading)) && any("button:enabled, a[href]", (text) => text === action);
    if (isUsable) Reflect.set(globalThis, "usableAfter", performance.now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
