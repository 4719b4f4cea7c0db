import pg from "pg";
import type { Actor } from "../../shared/domain/access.ts";

/**
 * The statement that names the actor to the database until the transaction ends. All four settings are always made, so that
 * nothing is left over from whoever had the connection before. It takes no parameters, so that it can be sent along with `begin`.
 */
export function namingOf(actor: Actor): string {
  const person = actor.kind === "person" ? actor : { personId: "", role: "" };
  const settings = {
    "app.tenant": actor.tenantId,
    "app.person": person.personId,
    "app.role": person.role,
    "app.job": actor.kind === "job" ? actor.job : "",
  };
  const made = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  );
  return `select ${made.join(", ")}`;
}
