import { useCallback, useEffect, useReducer, useState } from "react";
import type { SessionView } from "../../shared/contract/sessions.ts";
import type { Answer, ApiClient, CallInput, Problem } from "../api-client.ts";
import { useApp } from "../app-context.tsx";
import { followSession, type StreamState } from "../live-session.ts";
import { adopt, isBehind, type PanelState, unopened } from "./session-state.ts";

type Command = CallInput<"actInSession">["body"];

/** What a panel does in its session. */
export interface SessionActs {
  /** Gives a command; it counts once, however often the network makes us send it. */
  readonly act: (type: Command["type"], promptId?: string) => Promise<void>;
  readonly isActing: boolean;
  /** Why the last command brought nothing; `null` once one succeeds. */
  readonly problem: Problem | null;
}

export interface LiveSession extends SessionActs {
  readonly state: PanelState;
  readonly isReconnecting: boolean;
  readonly lookAgain: () => void;
}

/** The session of the meeting whose chat this is: opened, joined, and followed as it moves. */
export function useSession(chatId: string): LiveSession {
  const { api } = useApp();
  const [state, dispatch] = useReducer(reduce, { kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isGone = false;
    const show = (next: PanelState) => !isGone && dispatch(next);
    void open(api, chatId, show);
    return () => {
      isGone = true;
    };
  }, [api, chatId, attempt]);
  const sessionId = state.kind === "session" ? state.session.id : null;
  const stream = useStream(sessionId, dispatch);
  const acts = useActs(state, dispatch);
  const lookAgain = useCallback(() => {
    dispatch({ kind: "loading" });
    setAttempt((before) => before + 1);
  }, []);
  return { state, isReconnecting: stream === "reconnecting", lookAgain, ...acts };
}

const reduce = (state: PanelState, next: PanelState): PanelState =>
  next.kind === "session" ? adopt(state, next.session) : next;

async function open(api: ApiClient, chatId: string, show: (state: PanelState) => void): Promise<void> {
  const opened = await api.call("openSession", { body: { chatId } });
  if (!opened.ok) return show(unopened(opened.problem));
  show({ kind: "session", session: opened.value });
  const arrived = await command(api, opened.value, { type: "arrive" });
  if (arrived.ok) show({ kind: "session", session: arrived.value });
}

function useStream(sessionId: string | null, dispatch: (state: PanelState) => void): StreamState | null {
  const { host } = useApp();
  const [stream, setStream] = useState<StreamState | null>(null);
  useEffect(() => {
    if (sessionId === null) return undefined;
    return followSession({
      sessionId,
      tokens: host.tokens,
      onSession: (session) => dispatch({ kind: "session", session }),
      onState: (next) => {
        setStream(next);
        if (next === "ended") dispatch({ kind: "ended" });
      },
    });
  }, [sessionId, host, dispatch]);
  return stream;
}

function useActs(state: PanelState, dispatch: (state: PanelState) => void): SessionActs {
  const { api } = useApp();
  const [isActing, setActing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async (type: Command["type"], promptId?: string) => {
    if (state.kind !== "session" || isActing) return;
    const { session } = state;
    setActing(true);
    const answer = await command(api, session, { type, ...(promptId === undefined ? {} : { promptId }) });
    const latest = answer.ok || !isBehind(answer.problem) ? answer : await read(api, session);
    if (latest.ok) dispatch({ kind: "session", session: latest.value });
    setProblem(latest.ok ? null : latest.problem);
    setActing(false);
  };
  return { act, isActing, problem };
}

const read = (api: ApiClient, { id }: SessionView) => api.call("readSession", { params: { sessionId: id } });

/** Sends a command, and once more under the same id where the network took the answer: the server counts it once. */
async function command(
  api: ApiClient,
  session: SessionView,
  wish: Pick<Command, "type" | "promptId">,
): Promise<Answer<SessionView>> {
  const body: Command = { ...wish, commandId: crypto.randomUUID(), seenVersion: session.version };
  const input = { params: { sessionId: session.id }, body };
  const answer = await api.call("actInSession", input);
  const isLost = !answer.ok && (answer.problem.refusal === "offline" || answer.problem.refusal === "unavailable");
  return isLost ? api.call("actInSession", input) : answer;
}
