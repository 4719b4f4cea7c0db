import { useEffect, useReducer, useRef, useState } from "react";
import type { SessionView } from "../../shared/contract/sessions.ts";
import type { ApiClient, Problem } from "../api-client.ts";
import { useApp } from "../app-context.tsx";
import { type CommandLine, openCommandLine } from "../live/command-line.ts";
import { onWake } from "../live/waking.ts";
import { followSession } from "../live-session.ts";

/** What is known of a meeting's session: nothing yet, that there is none for this person, or where it is. */
export type Followed =
  | { readonly kind: "looking" }
  | { readonly kind: "none" }
  | { readonly kind: "session"; readonly session: SessionView };

/** The commands that can be given from outside the panel. */
export type StageCommand = "ask" | "change-over" | "next-step" | "step-back" | "unstage";

export interface FollowedSession {
  readonly followed: Followed;
  readonly act: (type: StageCommand) => void;
  readonly isActing: boolean;
}

/** How long to wait before a meeting without an answer is asked about again, in milliseconds. */
const lookAgainAfter = 5_000;

/** Refusals after which looking again is no use until the page is opened anew. */
const final: ReadonlySet<Problem["refusal"]> = new Set(["check-in-is-over", "not-in-programme"]);

/** The session of this meeting, followed as it moves; it says nothing of an arrival, as no panel is open here. */
export function useFollowedSession(chatId: string): FollowedSession {
  const { api, host } = useApp();
  const [followed, show] = useReducer(newer, { kind: "looking" });
  useEffect(() => look(api, chatId, show), [api, chatId]);
  const sessionId = followed.kind === "session" ? followed.session.id : null;
  useEffect(() => {
    if (sessionId === null) return undefined;
    return followSession({
      sessionId,
      tokens: host.tokens,
      wakeBy: onWake,
      onSession: (session) => show({ kind: "session", session }),
      onState: (state) => state === "ended" && show({ kind: "none" }),
    });
  }, [host, sessionId]);
  const acts = useCommands(followed, show);
  return { followed, ...acts };
}

/** The newer of what is shown and what came: answers and the stream may overtake each other. */
export function newer(shown: Followed, next: Followed): Followed {
  const isOlder =
    shown.kind === "session" &&
    next.kind === "session" &&
    shown.session.id === next.session.id &&
    shown.session.version > next.session.version;
  return isOlder ? shown : next;
}

function useCommands(followed: Followed, show: (next: Followed) => void): Pick<FollowedSession, "act" | "isActing"> {
  const { api } = useApp();
  const [isActing, setActing] = useState(false);
  const line = useRef<CommandLine>(null);
  const session = followed.kind === "session" ? followed.session : null;
  const sessionId = session?.id ?? null;
  useEffect(() => {
    if (sessionId === null) return undefined;
    const params = { sessionId };
    const read = () => api.call("readSession", { params });
    const opened = openCommandLine({
      send: (body) => api.call("actInSession", { params, body }),
      onWaiting: ({ commands }) => setActing(commands.length > 0),
      onAnswer: (_, answer) => {
        if (answer.ok) return show({ kind: "session", session: answer.value });
        // A tap that came second takes what stands.
        void read().then((now) => now.ok && show({ kind: "session", session: now.value }));
      },
    });
    line.current = opened;
    const sleepOn = onWake(opened.wake);
    return () => {
      sleepOn();
      opened.stop();
    };
  }, [api, sessionId, show]);
  return { isActing, act: (type) => session && line.current?.give({ type }, session.version) };
}

/** Opens the session, again and again while there is none. @returns how to stop. */
function look(api: ApiClient, chatId: string, show: (followed: Followed) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;
  const open = async () => {
    const answer = await api.call("openSession", { body: { chatId } });
    if (isGone) return;
    if (answer.ok) return show({ kind: "session", session: answer.value });
    show({ kind: "none" });
    if (!final.has(answer.problem.refusal)) timer = setTimeout(() => void open(), lookAgainAfter);
  };
  void open();
  return () => {
    isGone = true;
    clearTimeout(timer);
  };
}
