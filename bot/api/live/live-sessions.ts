import type { SessionView } from "../../../shared/contract/sessions.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import type { Result } from "../../../shared/domain/result.ts";
import type { SessionId } from "../../../shared/domain/session/session.ts";
import type { SessionChannel } from "../../ports.ts";
import type { PersonRef } from "../../use-cases/deps.ts";
import type { UseCases } from "../../use-cases/use-cases.ts";
import { openLane } from "./lane.ts";
import type { Line } from "./line.ts";
import { LiveSession } from "./live-session.ts";

/** How many readings for streams go on at once, so that commands always find a connection to the database. */
const readingsAtOnce = 5;

const roundMilliseconds = 1_000;

export interface LiveParts {
  readonly read: UseCases["readSession"];
  readonly channel: SessionChannel;
  readonly onBug: (problem: unknown) => void;
}

/** Whom a stream is opened for, and of which session. */
export interface Asked {
  readonly by: PersonRef;
  readonly sessionId: SessionId;
}

/** All streams that this process holds. */
export interface LiveSessions {
  /**
   * Opens a stream, once its own person has read the session.
   *
   * @param open - makes the line, when all is well.
   */
  readonly join: (asked: Asked, open: (leave: () => void) => Line) => Promise<Result<"open", "not-found">>;
  /** Acts in a session, and shows the outcome here without reading it again. */
  readonly during: <Refusal extends string>(
    asked: Asked,
    act: () => Promise<Result<SessionView, Refusal>>,
  ) => Promise<Result<SessionView, Refusal>>;
  /** Closes every stream, now and from now on. */
  readonly close: () => void;
}

interface Kept {
  readonly session: LiveSession;
  readonly stopListening: () => void;
  /** How many streams it has or is about to have. */
  users: number;
}

export function openLiveSessions({ read, channel, onBug }: LiveParts): LiveSessions {
  const kept = new Map<string, Kept>();
  const lane = openLane(readingsAtOnce);
  let isClosed = false;

  const begin = ({ by: { tenantId }, sessionId }: Asked): Kept => {
    const readAs = (personId: string) => lane(() => read({ by: { tenantId, personId }, sessionId }));
    const session = new LiveSession({ read: readAs, onBug });
    return {
      session,
      stopListening: channel.listen(tenantId, sessionId, (version) => session.announced(version)),
      users: 0,
    };
  };
  /** What is announced from now on is heard. */
  const enter = (asked: Asked) => {
    const key = keyOf(asked);
    const one = kept.get(key) ?? begin(asked);
    kept.set(key, one);
    one.users += 1;
    const leave = () => {
      one.users -= 1;
      if (one.users > 0) return;
      one.stopListening();
      kept.delete(key);
    };
    return { session: one.session, leave };
  };
  const stopRounds = goRounds(kept);

  return {
    join: async (asked, open) => {
      const { session, leave } = enter(asked);
      const first = await lane(() => read(asked)).catch((problem: unknown) => {
        leave();
        throw problem;
      });
      if (!first.ok) {
        leave();
        return first;
      }
      const line = open(() => {
        session.remove(line);
        leave();
      });
      session.add(line, first.value);
      if (isClosed) line.close();
      return { ok: true, value: "open" };
    },
    during: (asked, act) => kept.get(keyOf(asked))?.session.during(act) ?? act(),
    close: () => {
      isClosed = true;
      stopRounds();
      for (const { session } of kept.values()) session.closeAll();
    },
  };
}

const keyOf = ({ by, sessionId }: { readonly by: { readonly tenantId: TenantId }; readonly sessionId: SessionId }) =>
  `${by.tenantId}/${sessionId}`;

/** One timer for all sessions and lines. */
function goRounds(kept: ReadonlyMap<string, Kept>): () => void {
  const timer = setInterval(() => {
    const now = Date.now();
    for (const { session } of kept.values()) session.look(now);
  }, roundMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
