import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import { panelMessages } from "../../shared/content/tab-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import type { SessionPhase } from "../../shared/domain/session.ts";
import { useApp, useLocale } from "../app-context.tsx";
import { Loading } from "../components/loading.tsx";
import { QuietPage } from "../components/quiet-page.tsx";
import { Unread } from "../components/unread.tsx";
import { useKeptFocus } from "../components/use-kept-focus.ts";
import { ArrivePhase } from "./arrive-phase.tsx";
import { ChoosePhase } from "./choose-phase.tsx";
import { ClosePhase, OverPhase } from "./close-phase.tsx";
import { LiveAnnouncement } from "./live-announcement.tsx";
import { usePanelStyles } from "./panel.styles.ts";
import type { PhaseProps } from "./phase.tsx";
import { stepOf } from "./session-state.ts";
import { SpeakPhase } from "./speak-phase.tsx";
import { type LiveSession, useSession } from "./use-session.ts";

/** The side panel of a meeting: the pair's session, the same on every panel. */
export function SessionPanel() {
  const { host } = useApp();
  const say = panelMessages(useLocale());
  useEffect(() => {
    document.title = say.pageTitle;
  }, [say]);
  if (host.chatId === null) return <QuietPage title={say.notInMeetingTitle} sentence={say.noSession} />;
  return <MeetingPanel chatId={host.chatId} />;
}

function MeetingPanel({ chatId }: { readonly chatId: string }) {
  const say = panelMessages(useLocale());
  const live = useSession(chatId);
  const { state, lookAgain } = live;
  switch (state.kind) {
    case "loading":
      return <Loading />;
    case "unread":
      return <Unread problem={state.problem} onRetry={lookAgain} />;
    case "no-session":
      return (
        <QuietPage title={say.noSessionTitle} sentence={say.noSession}>
          <Button onClick={lookAgain}>{say.lookAgain}</Button>
        </QuietPage>
      );
    case "ended":
      return (
        <QuietPage title={say.endedTitle} sentence={say.endedSentence}>
          <Button onClick={lookAgain}>{say.lookAgain}</Button>
        </QuietPage>
      );
    case "session":
      return <Session session={state.session} live={live} />;
  }
}

const phases: Readonly<Record<SessionPhase, (props: PhaseProps) => ReactNode>> = {
  arrive: ArrivePhase,
  choose: ChoosePhase,
  speak: SpeakPhase,
  close: ClosePhase,
  over: OverPhase,
};

function Session({ session, live }: { readonly session: SessionView; readonly live: LiveSession }) {
  const styles = usePanelStyles();
  const own = useStyles();
  const say = panelMessages(useLocale());
  const panel = useRef<HTMLElement>(null);
  const step = stepOf(session);
  useKeptFocus(panel, step, "h1");
  const Current = phases[session.phase];
  const { act, isActing, problem } = live;
  // A turn within a prompt keeps its view, so that the weave can swell across; any other step begins anew.
  const view = session.phase === "speak" ? `speak/${session.prompt?.id}` : step;
  return (
    <main ref={panel} className={styles.panel}>
      <div role="status" className={mergeClasses(live.isReconnecting && own.reconnecting)}>
        {live.isReconnecting && say.reconnecting}
      </div>
      <Current key={view} session={session} act={act} isActing={isActing} problem={problem} />
      <LiveAnnouncement session={session} />
    </main>
  );
}

const useStyles = makeStyles({
  reconnecting: {
    ...typographyStyles.caption1,
    padding: "8px 16px",
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
