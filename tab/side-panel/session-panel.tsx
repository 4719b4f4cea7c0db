import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect } from "react";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import { useApp, useLocale } from "../app-context.tsx";
import { Loading } from "../components/loading.tsx";
import { QuietPage } from "../components/quiet-page.tsx";
import { Unread } from "../components/unread.tsx";
import { SessionFrame } from "./session-frame.tsx";
import { useSession } from "./use-session.ts";

/** The side panel of a meeting: the pair's session, the same on every panel. `noSession` draws a meeting that holds none. */
export function SessionPanel({
  noSession,
}: {
  readonly noSession: (chatId: string, onLinked: () => void) => ReactNode;
}) {
  const { host } = useApp();
  const say = panelMessages(useLocale());
  useEffect(() => {
    document.title = say.pageTitle;
  }, [say]);
  if (host.chatId === null) return <QuietPage title={say.notInMeetingTitle} sentence={say.noSession} />;
  return <MeetingPanel chatId={host.chatId} noSession={noSession} />;
}

function MeetingPanel({
  chatId,
  noSession,
}: {
  readonly chatId: string;
  readonly noSession: (chatId: string, onLinked: () => void) => ReactNode;
}) {
  const say = panelMessages(useLocale());
  const live = useSession(chatId);
  const { state, lookAgain } = live;
  switch (state.kind) {
    case "loading":
      return <Loading />;
    case "unread":
      return <Unread problem={state.problem} onRetry={lookAgain} />;
    case "no-session":
      return noSession(chatId, lookAgain);
    case "ended":
      return (
        <QuietPage title={say.endedTitle} sentence={say.endedSentence}>
          <Button onClick={lookAgain}>{say.lookAgain}</Button>
        </QuietPage>
      );
    case "session":
      return <SessionFrame key={state.session.id} session={state.session} me={state.me} live={live} />;
  }
}
