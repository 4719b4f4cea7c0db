import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import type { World } from "../../../local/start/world.ts";
import { panelMessages } from "../../../shared/content/panel-messages.ts";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import { findChromium } from "../../../tools/browser/chromium.ts";
import { chromiumFlags } from "../../chromium-flags.ts";
import { call, until } from "../../world.ts";
import type { Bench } from "../harness.ts";
import type { Lab } from "../lab.ts";
import { spreadOf } from "../percentiles.ts";
import { figure, type Report, type Row } from "../report.ts";
import { type BarePage, serveBarePage } from "./serve-bare-page.ts";
import { type Conditions, type Visit, visit } from "./visits.ts";
import { total, type Weight, weigh } from "./weigh.ts";

/** How often each page is opened under each condition. */
const usualRuns = 10;

const conditions: readonly Conditions[] = [
  { name: "this machine", slowdown: 1, network: null },
  { name: "4x slower, 4G", slowdown: 4, network: { roundTripMs: 170, bytesPerSecond: 9_000_000 / 8 } },
];

const builtTab = fileURLToPath(new URL("../../../dist/tab/", import.meta.url));

/** What the pages weigh, and when they can be used in a real browser, beside a page of one button. */
export const tab: Bench = {
  measures:
    "what Home and the side panel weigh, and how long a browser that has never seen them takes until they can be used",
  run: async (lab) => {
    const browser = await openBrowser(lab);
    const world = await lab.world("seeded", { build: true });
    lab.say("Booking a check-in for Ana and Ben …");
    await book(world);
    const bare = await serveBarePage(lab);
    const visits = visitsTo(world, bare);
    const found = await visitAll(lab, browser, visits);
    return report(lab, found, (name) => (name === "bare page" ? bare.folder : builtTab));
  },
};

async function openBrowser(lab: Lab): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath || !existsSync(executablePath)) {
    const where = executablePath ? `at ${executablePath}` : "on this machine";
    throw new Error(
      `There is no Chromium ${where}. Install one (on Debian: apt-get install chromium), or set CHROMIUM_PATH to it.`,
    );
  }
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  lab.atEnd(() => browser.close());
  return browser;
}

const browserFlags = [
  ...chromiumFlags,
  // The list of Microsoft's domains that teams-js asks for is not part of this: every name but this machine's is unknown at once.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

interface CheckIn {
  readonly id: string;
  readonly status: string;
  readonly offered: readonly { readonly startsAt: string }[];
}

/** Books the pair's next check-in as its page would, so that there is a meeting with a session. */
async function book(world: World): Promise<void> {
  const home = await must<{ readonly pair: { readonly id: string } }>(world, "GET /api/home");
  const asked = await must<CheckIn>(world, `POST /api/pairs/${home.pair.id}/check-ins`, {});
  await must(world, `POST /api/check-ins/${asked.id}/booking`, { startsAt: asked.offered[0]?.startsAt });
  await until("the check-in is in both calendars", async () => {
    const { status } = await must<CheckIn>(world, `GET /api/check-ins/${asked.id}`);
    return status === "booked";
  });
}

async function must<Body>(world: World, door: string, body?: unknown): Promise<Body> {
  const answer = await call<Body>(world, "Ana", door, body);
  if (answer.status !== 200) throw new Error(`${door} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

function visitsTo({ urls }: World, bare: BarePage): readonly Visit[] {
  const [home, panel] = [homeMessages("en"), panelMessages("en")];
  return [
    {
      name: "home",
      url: `${urls.window}/as/ana/home`,
      page: `${urls.server}/tab/index.html`,
      heading: "Ana",
      action: home.join,
    },
    {
      name: "panel",
      url: `${urls.window}/meeting?people=ana,ben&joined=ana`,
      page: `${urls.server}/tab/panel.html`,
      heading: panel.arriveQuestion,
      action: panel.wayOn("since"),
    },
    { name: "bare page", url: bare.frameUrl, page: bare.url, heading: "One button", action: "Press" },
  ];
}

/** What was found of one page under one condition. */
interface Found {
  readonly page: string;
  readonly under: string;
  readonly times: readonly number[];
  /** Of the last visit; each is the first to that browser. */
  readonly files: readonly string[];
}

/** Page after page and then again, so that a busy moment of the machine falls on all. The first visit to each is a warm-up of the server. */
async function visitAll(lab: Lab, browser: Browser, visits: readonly Visit[]): Promise<readonly Found[]> {
  const { runs = usualRuns } = lab.options;
  const all: Found[] = [];
  for (const one of conditions) {
    lab.say(`Opening each page ${runs} times: ${one.name} …`);
    const times = new Map<string, number[]>(visits.map(({ name }) => [name, []]));
    const files = new Map<string, readonly string[]>();
    for (let run = 0; run <= runs; run += 1) {
      for (const to of visits) {
        const visited = await visit(browser, to, one);
        if (run > 0) times.get(to.name)?.push(visited.usableAfter);
        files.set(to.name, visited.files);
      }
    }
    for (const { name } of visits)
      all.push({ page: name, under: one.name, times: times.get(name) ?? [], files: files.get(name) ?? [] });
  }
  return all;
}

function report(
  { options: { runs = usualRuns } }: Lab,
  found: readonly Found[],
  folderOf: (page: string) => string,
): Report {
  const weighed = found
    .filter((one) => one.under === conditions[0]?.name)
    .map(({ page, files }) => ({ page, weights: weigh(folderOf(page), files) }));
  return {
    did: [
      `Opened Home (Ana, a check-in booked) and the side panel of the booked meeting in Chromium through the local window, ${runs} times each, every time in a browser context with nothing kept, after one visit that doesn't count.`,
      "Time counts inside the page, from its own navigation until its heading and its one primary button are to be seen; the window around it isn't in it, the sign-in is.",
      "Once as the machine is, once with the processor 4 times slower and a network of 170 ms round trips and 9 Mbit/s each way (4G), as Chromium imitates them.",
      "Bytes: the files that the page had fetched by then. The server sends gzip or brotli as the browser asks; HTML goes uncompressed.",
    ],
    comparedWith: [
      "A bare page of one heading and one Fluent button, built by the same Vite and served compressed and framed by an empty page: the floor.",
    ],
    tables: [
      { title: "Time until it can be used", rows: found.map(timeRow) },
      {
        title: "First load, all files",
        rows: weighed.map(({ page, weights }) => ({ page, files: weights.length, ...bytesOf(total(weights)) })),
      },
      ...weighed.map(({ page, weights }) => ({
        title: `First load of ${page}`,
        rows: weights.map((one) => ({ file: one.file, ...bytesOf(one) })),
      })),
    ],
  };
}

function timeRow({ page, under, times }: Found): Row {
  const { p50, max } = spreadOf(times);
  return { page, under, visits: times.length, "median ms": figure(p50), "max ms": figure(max) };
}

const bytesOf = ({ raw, gzip, brotli }: Weight): Row => ({
  "raw bytes": raw,
  "gzip bytes": gzip,
  "brotli bytes": brotli,
});
