import type { ConnectionView } from "../../../shared/contract/calendar-connection.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/** Whether the person's calendar is connected, where each connects the own. */
export const readConnection =
  ({ store, connections }: Pick<Deps, "store" | "connections">) =>
  async (input: { readonly by: PersonRef }): Promise<Result<ConnectionView, "not-in-programme">> => {
    const { by } = input;
    return store.transact<Result<ConnectionView, "not-in-programme">>(participant(by), async (records) => {
      if (!(await records.people.find(by.personId))) return refuse("not-in-programme");
      if (!connections.areNeeded) return done({ state: "not-needed" });
      const grant = await records.grants.find(by.personId);
      return done({ state: grant?.state ?? "missing" });
    });
  };
