import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { SessionView } from "../../shared/contract/sessions.ts";
import type { ApiClient, Problem } from "../api-client.ts";
import { useApp } from "../app-context.tsx";
import {
  type CommandLine,
  endsStep,
  isPassing,
  openCommandLine,
  type Waiting,
  type Wish,
} from "../live/command-line.ts";
import { onWake } from "../live/waking.ts";
import { followSession, type StreamState } from "../live-session.ts";
import { adopt, isBehind, type PanelState, unopened } from "./session-state.ts";

/** What a panel does in its session. */
export interface SessionActs {
  /** Gives a command; it counts once, however often the network makes us send it. */
  readonly act: (wish: Wish | Wish["type"]) => void;
  /** Whether a command that ends this step is on its way. */
  readonly isActing: boolean;
  /** Types of all commands on their way. */
  readonly waiting: readonly Wish["type"][];
  /** Why the last command brought nothing; `null` once one succeeds. */
  readonly problem: Problem | null;
}

export interface LiveSession extends SessionActs {
  readonly state: PanelState;
  /** Whether the server isn't reached just now. */
  readonly isAway: boolean;
  /** The step that this panel's own command set out to end; `null` before the first. */
  readonly leftStep: number | null;
  readonly lookAgain: () => void;
}

/** The session of the meeting whose chat this is: opened, joined, and followed as it moves. */
export function useSession(chatId: string): LiveSession {
  const [state, dispatch] = useReducer(reduce, { kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  const lookAgain = useCallback(() => {
    dispatch({ kind: "loading" });
    setAttempt((before) => before + 1);
  }, []);
  useOpening(chatId, attempt, dispatch, setAttempt);
  const sessionId = state.kind === "session" ? state.session.id : null;
  const stream = useStream(sessionId, dispatch);
  const { isLost, ...acts } = useActs(state, dispatch);
  return { state, isAway: stream === "reconnecting" || isLost, lookAgain, ...acts };
}

type Event = PanelState | SessionView;
type Dispatch = (event: Event) => void;

const reduce = (state: PanelState, event: Event): PanelState => {
  if (!("kind" in event)) return adopt(state, event);
  // Looking again behind what stands must not take it away.
  return event.kind === "session" && state.kind === "session" ? adopt(state, event.session) : event;
};

/** Opens the session; where the server isn't reached it is tried again by itself. */
function useOpening(
  chatId: string,
  attempt: number,
  dispatch: Dispatch,
  setAttempt: (next: (before: number) => number) => void,
): void {
  const { api } = useApp();
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const next = await open(api, chatId);
      if (isGone) return;
      dispatch(next);
      if (next.kind === "unread" && isPassing(next.problem))
        timer = setTimeout(() => setAttempt((before) => before + 1), openingAgain);
    };
    void look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [api, chatId, attempt, dispatch, setAttempt]);
}

const openingAgain = 4_000;

async function open(api: ApiClient, chatId: string): Promise<PanelState> {
  const [me, opened] = await Promise.all([api.call("readMe"), api.call("openSession", { body: { chatId } })]);
  if (!opened.ok) return unopened(opened.problem);
  return me.ok ? { kind: "session", session: opened.value, me: me.value } : { kind: "unread", problem: me.problem };
}

function useStream(sessionId: string | null, dispatch: Dispatch): StreamState | null {
  const { host } = useApp();
  const [stream, setStream] = useState<StreamState | null>(null);
  useEffect(() => {
    if (sessionId === null) return undefined;
    const offline = () => setStream((before) => (before === "ended" ? before : "reconnecting"));
    addEventListener("offline", offline);
    const stop = followSession({
      sessionId,
      tokens: host.tokens,
      wakeBy: onWake,
      onSession: dispatch,
      onState: (next) => {
        setStream(next);
        if (next === "ended") dispatch({ kind: "ended" });
      },
    });
    return () => {
      removeEventListener("offline", offline);
      stop();
    };
  }, [sessionId, host, dispatch]);
  return stream;
}

const nothingWaits: Waiting = { commands: [], isLost: false };

function useActs(state: PanelState, dispatch: Dispatch) {
  const { api } = useApp();
  const [waiting, setWaiting] = useState(nothingWaits);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [leftStep, setLeftStep] = useState<number | null>(null);
  const line = useRef<CommandLine>(null);
  const session = state.kind === "session" ? state.session : null;
  const sessionId = session?.id ?? null;
  const version = session?.version ?? 0;
  useEffect(() => {
    if (sessionId === null) return undefined;
    const params = { sessionId };
    const opened = openCommandLine({
      send: (body) => api.call("actInSession", { params, body }),
      onWaiting: setWaiting,
      onAnswer: (_, answer) => {
        if (answer.ok) dispatch(answer.value);
        setProblem(answer.ok || isBehind(answer.problem) ? null : answer.problem);
        if (!answer.ok) void api.call("readSession", { params }).then((now) => now.ok && dispatch(now.value));
      },
    });
    line.current = opened;
    opened.give({ type: "arrive" }, 0);
    const sleepOn = onWake(opened.wake);
    return () => {
      sleepOn();
      opened.stop();
    };
  }, [api, sessionId, dispatch]);
  const step = session?.stepSince ?? null;
  const act = useCallback(
    (wish: Wish | Wish["type"]) => {
      const whole = typeof wish === "string" ? { type: wish } : wish;
      if (endsStep(whole)) setLeftStep(step);
      line.current?.give(whole, version);
    },
    [version, step],
  );
  const isActing = waiting.commands.some(endsStep);
  return {
    act,
    isActing,
    waiting: waiting.commands.map(({ type }) => type),
    problem,
    isLost: waiting.isLost,
    leftStep,
  };
}
