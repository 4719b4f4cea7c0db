import { seedCalendars } from "./seed/seed.ts";
import { buildGraph } from "./server.ts";
import { openPool } from "./store/database.ts";
import { createSchema } from "./store/schema.ts";
import { createTokenCheck } from "./tokens.ts";

/** Where the stand-in listens and what it leans on. `port` 0 takes a free one; `calendars` "empty" leaves them so. */
export interface StartOptions {
  readonly port: number;
  readonly databaseUrl: string;
  readonly issuer: string;
  readonly clock?: () => Date;
  readonly calendars?: "seeded" | "empty";
}

/** A running stand-in. `url` is Graph's root, without a version. */
export interface RunningGraph {
  readonly url: string;
  readonly weeksSeeded: number;
  close(): Promise<void>;
}

/** Starts the stand-in on loopback: schema, calendars up to date, then the door opens. */
export async function startGraph(options: StartOptions): Promise<RunningGraph> {
  const clock = options.clock ?? (() => new Date());
  const pool = openPool(options.databaseUrl);
  await createSchema(pool);
  const weeksSeeded = options.calendars === "empty" ? 0 : await seedCalendars(pool, clock());
  const app = await buildGraph({ pool, checkToken: createTokenCheck(options.issuer), clock });
  await app.listen({ port: options.port, host: "127.0.0.1" });
  const port = app.addresses().find((one) => typeof one === "object")?.port ?? options.port;
  return {
    url: `http://localhost:${port}`,
    weeksSeeded,
    async close() {
      await app.close();
      await pool.end();
    },
  };
}
