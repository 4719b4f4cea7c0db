import { useEffect, useRef, useState } from "react";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { useLocale } from "../app-context.tsx";
import { Said } from "../components/said.tsx";
import { announcement, stepWords } from "./announcement.ts";

/** Tells screen readers what each change brought, politely and in one sentence; whoever comes late hears where the session is. */
export function LiveAnnouncement({
  session,
  me,
  isAway,
}: {
  readonly session: SessionView;
  readonly me: string;
  readonly isAway: boolean;
}) {
  const { say } = panelMessages(useLocale());
  const before = useRef<SessionView>(null);
  const finished = useRef(new Set<string>());
  const [sentence, setSentence] = useState("");
  useEffect(() => {
    const was = before.current;
    before.current = session;
    const next = was ? announcement(was, session, me, say) : firstWords(session, say);
    // Finished, writing again, finished again: the first time is enough.
    const once = `${session.stepSince}/${next}`;
    if (next === null || finished.current.has(once)) return;
    if (was?.stepSince === session.stepSince) finished.current.add(once);
    setSentence(next);
  }, [session, me, say]);
  const wasAway = useRef(false);
  useEffect(() => {
    if (isAway !== wasAway.current) setSentence(isAway ? say.away : say.back);
    wasAway.current = isAway;
  }, [isAway, say]);
  return <Said>{sentence}</Said>;
}

function firstWords(session: SessionView, say: ReturnType<typeof panelMessages>["say"]): string | null {
  const words = session.phase === "over" ? null : stepWords(null, session, say);
  return words === null ? null : say.where(words);
}
