import type { PromptId } from "../../../shared/domain/prompt.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { Part, Session, SessionCommand, SessionCommandType } from "../../../shared/domain/session/session.ts";
import type { Records } from "../../ports.ts";
import type { Deps } from "../deps.ts";
import { findPrompts } from "./find-prompts.ts";
import { offerFor } from "./offers.ts";

/** What a panel says that it wants done. */
export interface Wanted {
  readonly type: SessionCommandType;
  readonly promptId?: PromptId | undefined;
  readonly part?: Part | undefined;
}

/** The whole command, with all that is looked up for it. `at`: ISO instant now. What nobody named is bad input. */
export async function commandOf(
  records: Records,
  session: Session,
  { type, promptId, part }: Wanted,
  at: string,
  library: Pick<Deps, "prompts" | "exercises">,
): Promise<Result<SessionCommand, "bad-input">> {
  switch (type) {
    case "pick": {
      if (promptId === undefined) return refuse("bad-input");
      const [prompt] = await findPrompts(records, [promptId], library);
      return done({ type, promptId, asksWhoFirst: prompt?.whoFirst === "more-authority", at });
    }
    case "swap":
      if (promptId === undefined) return refuse("bad-input");
      return done({ type, promptId, ...(await offerFor(records, session, { type }, at, library)) });
    case "go-to":
      if (part === undefined) return refuse("bad-input");
      return done({ type, part, ...(await offerFor(records, session, { type, part }, at, library)) });
    case "go-on":
    case "offer-others":
    case "change-over":
    case "leave":
    case "move-on":
    case "swap-exercise":
      return done({ type, ...(await offerFor(records, session, { type }, at, library)) });
    case "next-step":
      return done({ type, steps: stepsOf(session, library) });
    case "say-who":
      return done({ type, settled: null, at });
    case "skip-who":
      return done({ type, at });
    default:
      return done({ type });
  }
}

const stepsOf = ({ exerciseId }: Session, { exercises }: Pick<Deps, "exercises">): number =>
  exercises.find(({ id }) => id === exerciseId)?.steps.length ?? 0;
