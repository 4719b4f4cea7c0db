import type { Actor } from "../../shared/domain/access.ts";
import type { Run } from "./transaction.ts";

/**
 * Names the actor to the database until the transaction ends. All four settings are always made, so that nothing is
 * left over from whoever had the connection before.
 */
export async function actAs(run: Run, actor: Actor): Promise<void> {
  const person = actor.kind === "person" ? actor : { personId: "", role: "" };
  await run(
    `select set_config('app.tenant', $1, true), set_config('app.person', $2, true),
            set_config('app.role', $3, true), set_config('app.job', $4, true)`,
    [actor.tenantId, person.personId, person.role, actor.kind === "job" ? actor.job : ""],
  );
}
