import { useEffect, useRef, useState } from "react";
import { panelMessages } from "../../shared/content/tab-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { useLocale } from "../app-context.tsx";
import { Said } from "../components/said.tsx";
import { announcement } from "./announcement.ts";

/** Tells screen readers what each change brought, politely and in one sentence; what is there at first is read as the page itself. */
export function LiveAnnouncement({ session }: { readonly session: SessionView }) {
  const { say } = panelMessages(useLocale());
  const before = useRef(session);
  const [sentence, setSentence] = useState("");
  useEffect(() => {
    const next = announcement(before.current, session, say);
    before.current = session;
    if (next !== null) setSentence(next);
  }, [session, say]);
  return <Said>{sentence}</Said>;
}
