import type { SessionView } from "../../../shared/contract/sessions.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { SessionId } from "../../../shared/domain/session.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { sessionContext, sessionView } from "./session-context.ts";

/** Where one of the person's sessions is now. The live stream reads through it too, so that leaving the pair ends the view. */
export const readSession =
  ({ store, prompts }: Pick<Deps, "store" | "prompts">) =>
  (input: { readonly by: PersonRef; readonly sessionId: SessionId }): Promise<Result<SessionView, "not-found">> =>
    store.transact(participant(input.by), async (records) => {
      const context = await sessionContext(
        records,
        participant(input.by),
        await records.sessions.find(input.sessionId),
      );
      return context ? done(sessionView(context, prompts)) : refuse("not-found");
    });
