import type { Role } from "../../../shared/domain/access.ts";
import type { Person } from "../../../shared/domain/person.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { ConversationReference } from "../../ports/conversation-records.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/** Says who this is, and remembers where the bot reaches the person when they wrote to it. */
export const meet =
  ({ store }: Pick<Deps, "store">) =>
  (input: {
    readonly by: PersonRef;
    readonly conversation?: ConversationReference | undefined;
  }): Promise<Result<Met, "not-in-programme">> =>
    store.transact(participant(input.by), async (records) => {
      const person = await records.people.find(input.by.personId);
      if (!person) return refuse("not-in-programme");
      if (input.conversation) await records.conversations.save(person.id, input.conversation);
      return done({ person, roles: await records.people.rolesOf(person.id) });
    });

export interface Met {
  readonly person: Person;
  readonly roles: readonly Role[];
}
