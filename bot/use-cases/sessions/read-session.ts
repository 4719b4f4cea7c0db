import type { SessionView } from "../../../shared/contract/sessions.ts";
import { mayEnterPair } from "../../../shared/domain/access.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { SessionId } from "../../../shared/domain/session/session.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { sessionView } from "./session-view.ts";

/** Where one of the person's sessions is now. */
export const readSession =
  ({ store, ...library }: Pick<Deps, "store" | "prompts" | "exercises">) =>
  ({
    by,
    sessionId,
  }: {
    readonly by: PersonRef;
    readonly sessionId: SessionId;
  }): Promise<Result<SessionView, "not-found">> =>
    store.transact<Result<SessionView, "not-found">>(participant(by), async (records) => {
      const scene = await records.sessions.scene(sessionId);
      if (!scene || !mayEnterPair(participant(by), scene.pair)) return refuse("not-found");
      return done(await sessionView(records, scene, library));
    });
