import type { TenantId } from "../../../shared/domain/id.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { CalendarGrant } from "../../ports/grant-records.ts";
import type { Store } from "../../ports.ts";
import { job } from "../deps.ts";

/** People's grants, for whoever gets tokens by them. One that Entra has taken back is told of in the transaction that says so: once. */
export const keepGrants = (store: Store, tenantId: TenantId) => ({
  find: (personId: PersonId): Promise<CalendarGrant | null> =>
    store.transact(job(tenantId, "keep-connection"), (records) => records.grants.find(personId)),
  save: (personId: PersonId, grant: CalendarGrant): Promise<void> =>
    store.transact(job(tenantId, "keep-connection"), async (records) => {
      await records.grants.save(personId, grant);
      if (grant.state === "broken")
        await records.queue({ name: "tell-connection", tenantId, personId }, { once: personId });
    }),
});
