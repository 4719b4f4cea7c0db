import type { ConnectionView } from "../../../shared/contract/calendar-connection.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { CalendarAway } from "../../ports/calendar.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { readConnection } from "./read-connection.ts";

/** Connects the person's own calendar, by the token with which the tab called; what waited for it goes on by itself. */
export const connectCalendar =
  ({ store, connections }: Pick<Deps, "store" | "connections">) =>
  async ({
    by,
    tabToken,
  }: {
    readonly by: PersonRef;
    readonly tabToken: string;
  }): Promise<Result<ConnectionView, "not-in-programme" | "consent-needed" | "calendar-away">> => {
    const before = await readConnection({ store, connections })({ by });
    if (!before.ok || !connections.areNeeded) return before;
    const leave = await leaveOrAway(connections, tabToken);
    if (typeof leave === "string") return refuse(leave);
    await store.transact(participant(by), async (records) => {
      await records.grants.save(by.personId, { refreshToken: leave.refreshToken, state: "works" });
      await records.queue(
        { name: "watch-mailbox", tenantId: by.tenantId, personId: by.personId },
        { once: by.personId },
      );
    });
    connections.renewed(by.personId);
    return done({ state: "works" });
  };

async function leaveOrAway(connections: Deps["connections"], tabToken: string) {
  try {
    return await connections.connect(tabToken);
  } catch (problem) {
    if (problem instanceof CalendarAway) return "calendar-away" as const;
    throw problem;
  }
}
