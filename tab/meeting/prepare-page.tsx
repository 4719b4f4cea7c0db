import { useEffect } from "react";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { PreparationView } from "../../shared/contract/session-words.ts";
import { problemOf } from "../api-client.ts";
import { useLocale } from "../app-context.tsx";
import { Loading } from "../components/loading.tsx";
import { Unread } from "../components/unread.tsx";
import { useWordDesk, WordDeskContext } from "../live/use-words.ts";
import { BackHome } from "./back-home.tsx";
import type { AboutCheckIn } from "./check-in-head.tsx";
import { useMeetingStyles } from "./meeting.styles.ts";
import { useMe, usePreparation } from "./meeting-queries.ts";
import { Preparation } from "./preparation.tsx";

/** The personal tab's page to prepare for one check-in. */
export function PreparePage({ checkInId }: { readonly checkInId: string }) {
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  useEffect(() => {
    document.title = say.prepareTitle;
  }, [say]);
  return (
    <main className={styles.page}>
      <BackHome />
      <Prepare checkInId={checkInId} />
    </main>
  );
}

/** What may be prepared for a check-in, read and shown. */
export function Prepare({ checkInId }: { readonly checkInId: string }) {
  const me = useMe();
  const view = usePreparation(checkInId);
  if (view.data && me.data) return <WithWords view={view.data} me={me.data} />;
  const [failed] = [view, me].filter((one) => one.isError);
  return failed ? <Unread problem={problemOf(failed.error)} onRetry={() => void failed.refetch()} /> : <Loading />;
}

function WithWords(props: { readonly view: PreparationView; readonly me: AboutCheckIn["me"] }) {
  const desk = useWordDesk(props.view.checkIn.id, props.me.id);
  return (
    <WordDeskContext value={desk}>
      <Preparation {...props} />
    </WordDeskContext>
  );
}
