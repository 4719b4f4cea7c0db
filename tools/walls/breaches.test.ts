import { expect, it } from "vitest";
import { breachesIn } from "./breaches.ts";

const broken: readonly (readonly [file: string, source: string, why: RegExp])[] = [
  ["shared/domain/turn.ts", `import { z } from "zod";`, /rules depend on nothing/],
  ["shared/domain/turn.ts", `import { readFileSync } from "node:fs";`, /rules depend on nothing/],
  ["shared/domain/turn.ts", `import type { Goal } from "../contract/goals.ts";`, /rules depend on nothing/],
  ["shared/domain/turn.ts", `export const now = Date.now();`, /may not use Date\.now/],
  ["shared/domain/turn.ts", `export const now = new Date();`, /may not use new Date/],
  ["shared/domain/turn.ts", `export const dice = Math.random();`, /may not use Math\.random/],
  ["shared/domain/turn.ts", `export const today = Temporal.Now.instant();`, /may not use Temporal\.Now/],
  ["shared/domain/turn.ts", `export const port = process.env.PORT;`, /may not use process/],
  ["shared/contract/goals.ts", `import type { Store } from "../../bot/ports.ts";`, /what server and tab exchange/],
  ["shared/content/en/card.ts", `import { z } from "zod";`, /wording and data/],
  ["bot/use-cases/goals/add-goal.ts", `import { table } from "../../store/schema.ts";`, /through ports/],
  ["bot/use-cases/goals/add-goal.ts", `import Fastify from "fastify";`, /through ports/],
  ["bot/api/routes.ts", `import { pool } from "../store/pool.ts";`, /calls use cases/],
  ["bot/api/routes.ts", `import { card } from "../teams/card.ts";`, /calls use cases/],
  ["bot/api/routes.ts", `import { TurnContext } from "botbuilder";`, /Teams SDK/],
  ["bot/jobs/nudge.ts", `import pg from "pg";`, /speaks to the database/],
  ["bot/store/goals.ts", `export { addGoal } from "../use-cases/goals/add-goal.ts";`, /knows nobody who uses them/],
  ["bot/store/goals.ts", `import { Client } from "@microsoft/microsoft-graph-client";`, /knows Microsoft Graph/],
  ["bot/graph/events.ts", `import { sql } from "drizzle-orm/pg-core";`, /speaks to the database/],
  ["bot/api/routes.ts", `import { PgBoss } from "pg-boss";`, /queued through the store/],
  ["bot/main.ts", `import { localApp } from "../local/identities.ts";`, /runs in production/],
  ["bot/main.ts", `import { Application } from "@microsoft/teams-ai";`, /Teams SDK/],
  ["tab/pages/home/home.tsx", `const panel = await import("../../side-panel/panel.tsx");`, /load apart/],
  ["tab/side-panel/panel.tsx", `import { Stage } from "../stage/stage.tsx";`, /load apart/],
  ["tab/meeting/stage-page.tsx", `type Home = import("../pages/home/home.tsx").Home;`, /load apart/],
  ["tab/main.tsx", `import type { Store } from "../bot/ports.ts";`, /shares only shared/],
  ["tab/main.tsx", `import { localApp } from "../local/identities.ts";`, /shares only shared/],
  ["local/window/main.ts", `import { config } from "../../bot/config.ts";`, /prove nothing/],
  ["local/window/page/frame.tsx", `import { app } from "@microsoft/teams-js";`, /runs inside Teams/],
];

it.each(broken)("%s may not say: %s", (file, source, why) => {
  const [breach, ...others] = breachesIn(file, `// A line before it.\n${source}\n`);
  expect(others).toEqual([]);
  expect(breach?.sentence).toMatch(why);
  expect(breach?.line).toBe(2);
});

it.each([
  [
    "shared/domain/turn.ts",
    `import type { Pair } from "./pair.ts"; export const day = new Date(0); export const most = Math.max(1, 2);`,
  ],
  ["shared/domain/matching/fit.ts", `import { bands } from "../profile.ts";`],
  ["shared/domain/turn.test.ts", `import { expect } from "vitest"; import { nextToOpen } from "./turn.ts";`],
  ["shared/contract/goals.ts", `import { z } from "zod"; import { goalStates } from "../domain/goal.ts";`],
  [
    "bot/use-cases/goals/add-goal.ts",
    `import type { Store } from "../../ports.ts"; import { addGoal } from "../../../shared/domain/goal.ts";`,
  ],
  [
    "bot/teams/cards/booking.ts",
    `import { CardFactory } from "botbuilder"; import { book } from "../../use-cases/check-ins/book.ts";`,
  ],
  ["bot/jobs/queue.ts", `import { PgBoss } from "pg-boss";`],
  ["bot/main.ts", `import { openStore } from "./store/store.ts"; import { handlers } from "./api/handlers.ts";`],
  [
    "tab/pages/home/home.tsx",
    `import { Card } from "../../components/card.tsx"; import { call } from "../../api-client.ts";`,
  ],
  ["tab/main.tsx", `import { Home } from "./pages/home/home.tsx"; import { app } from "@microsoft/teams-js";`],
  ["local/graph/main.ts", `import pg from "pg"; import { localPeople } from "../identities.ts";`],
])("%s may say: %s", (file, source) => {
  expect(breachesIn(file, source)).toEqual([]);
});
