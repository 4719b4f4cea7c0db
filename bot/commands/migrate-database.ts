import { queues } from "../jobs/schedule.ts";
import { migrate } from "../store/migrate.ts";
import { readOwnerUrl } from "./owner-url.ts";

/** Brings schema, queues and rights up to date. */
export async function migrateDatabase(): Promise<void> {
  await migrate({
    ownerUrl: readOwnerUrl(),
    serverRole: process.env["DATABASE_SERVER_ROLE"] ?? "counterpoint_server",
    queues,
  });
}
