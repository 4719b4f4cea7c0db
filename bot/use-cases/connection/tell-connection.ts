import type { TenantId } from "../../../shared/domain/id.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import { MessengerAway } from "../../ports/messenger.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { type Deps, job } from "../deps.ts";

/** Tells a person that the own calendar is not connected, unless that was mended meanwhile. */
export const tellConnection =
  ({ store, messenger }: Pick<Deps, "store" | "messenger">) =>
  async ({ tenantId, personId }: { readonly tenantId: TenantId; readonly personId: PersonId }): Promise<JobOutcome> => {
    const grant = await store.transact(job(tenantId, "keep-connection"), (records) => records.grants.find(personId));
    if (grant?.state === "works") return "done";
    const acting = job(tenantId, "tell-connection");
    const told = await store.transact(acting, async (records) => {
      const person = await records.people.find(personId);
      return person && { person, where: await records.conversations.find(personId) };
    });
    if (!told) return "done";
    try {
      await messenger.tell(told.person, told.where, { kind: "connection-broken" });
      return "done";
    } catch (problem) {
      if (problem instanceof MessengerAway) return "try-again";
      throw problem;
    }
  };
