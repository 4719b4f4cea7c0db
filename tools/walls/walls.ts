/** The walls between the rooms, as docs/ARCHITECTURE.md draws them: what each room may import, and why no more. */
export interface Room {
  /** Its folder or file, from the project's root. The longest that fits a file is its room. */
  readonly path: string;
  /** Folders and files of ours that it may import, besides itself. */
  readonly ours: readonly string[];
  /** Ours that its tests may import as well. */
  readonly oursInTests?: readonly string[];
  /** Packages it may import: a name, or the start of one with `*`. */
  readonly packages: readonly string[];
  /** Why the wall stands: the sentence someone reads who has just walked into it. */
  readonly why: string;
}

const shared = ["shared/domain", "shared/contract", "shared/content"];
const anyPackage = ["*"];

/** Packages with one room each. */
export interface Kept {
  readonly packages: readonly string[];
  readonly rooms: readonly string[];
  readonly why: string;
}

/** Packages that only certain rooms may know, wherever else packages are free. */
export const kept: readonly Kept[] = [
  {
    packages: ["botbuilder*", "botframework*", "@microsoft/teams-ai"],
    rooms: ["bot/teams", "tests"],
    why: "Only bot/teams knows the Teams SDK, so that replacing it touches one room.",
  },
  {
    packages: ["@microsoft/microsoft-graph-client"],
    rooms: ["bot/graph", "tests"],
    why: "Only bot/graph knows Microsoft Graph; everyone else asks the Calendar and Directory ports.",
  },
  {
    packages: ["pg", "drizzle-orm"],
    rooms: ["bot/store", "local", "tests", "tools"],
    why: "Only bot/store speaks to the database: every other query would go round its actors and policies.",
  },
  {
    packages: ["pg-boss"],
    rooms: ["bot/jobs", "bot/store", "tests"],
    why: "Jobs are queued through the store, in the transaction that gives them their reason.",
  },
  {
    packages: ["@microsoft/teams-js"],
    rooms: ["tab", "tests"],
    why: "Only the tab runs inside Teams; elsewhere there is no host to answer.",
  },
];

/** What every page of the tab stands on: the way to the server and to Teams, and what these have said. */
const groundOfPages = [
  "api-client.ts",
  "app-context.tsx",
  "hash-route.ts",
  "live-session.ts",
  "queries.ts",
  "teams-host.ts",
].map((file) => `tab/${file}`);

/** Every room. A file in none of them is free. */
export const rooms: readonly Room[] = [
  {
    path: "shared/domain",
    ours: [],
    packages: [],
    why: "The rules depend on nothing: no package, clock, chance or environment. What they need to know comes in as an argument.",
  },
  {
    path: "shared/contract",
    ours: ["shared/domain"],
    packages: ["zod"],
    why: "The contract says what server and tab exchange, in zod and the domain's words; the rest is somebody's own business.",
  },
  {
    path: "shared/content",
    ours: ["shared/domain"],
    oursInTests: ["shared/contract"],
    packages: [],
    why: "Content is wording and data: it knows the domain's words and runs nothing.",
  },
  ...["bot/ports.ts", "bot/ports"].map((path) => ({
    path,
    ours: ["shared/domain", "shared/contract", "bot/ports.ts", "bot/ports"],
    packages: [],
    why: "The ports say what use cases need of the world, in the domain's words; whoever fulfils them adapts to that.",
  })),
  {
    path: "bot/use-cases",
    ours: [...shared, "bot/ports.ts", "bot/ports"],
    packages: [],
    why: "A use case loads, decides and saves through ports: it must not know which database, SDK or framework is behind them.",
  },
  ...["bot/teams", "bot/api", "bot/jobs"].map((path) => ({
    path,
    ours: [...shared, "bot/ports.ts", "bot/ports", "bot/use-cases", "bot/config.ts", "bot/log.ts"],
    packages: anyPackage,
    why: "An entry room calls use cases. If it needs the store, Graph or another entry's code, a use case or a port is missing.",
  })),
  ...["bot/store", "bot/graph"].map((path) => ({
    path,
    ours: [...shared, "bot/ports.ts", "bot/ports", "bot/config.ts", "bot/log.ts"],
    packages: anyPackage,
    why: "This room fulfils ports and knows nobody who uses them.",
  })),
  {
    path: "bot",
    ours: ["bot", ...shared],
    packages: anyPackage,
    why: "The server runs in production, where local/, tests/, tools/ and the tab's sources do not exist.",
  },
  ...["tab/pages", "tab/side-panel", "tab/meeting"].map((path) => ({
    path,
    ours: [...shared, "tab/components", "tab/theme", "tab/live", ...groundOfPages],
    packages: anyPackage,
    why: "Pages, side panel and the meeting's tabs and stage load apart: what two of them need belongs in tab/components. The server is reached through tab/api-client.ts only.",
  })),
  {
    path: "tab",
    ours: ["tab", ...shared],
    packages: anyPackage,
    why: "The tab runs in a browser and shares only shared/ with the server: bot/ would carry secrets and Node.js into the bundle.",
  },
  {
    path: "local",
    ours: ["local", ...shared],
    packages: anyPackage,
    why: "Microsoft's stand-in must not know the product's insides, or it would prove nothing about it.",
  },
];
