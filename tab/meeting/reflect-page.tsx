import { useEffect } from "react";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import { problemOf } from "../api-client.ts";
import { useLocale } from "../app-context.tsx";
import { Loading } from "../components/loading.tsx";
import { useReflection } from "../components/reflection-queries.ts";
import { Unread } from "../components/unread.tsx";
import { BackHome } from "./back-home.tsx";
import { useMeetingStyles } from "./meeting.styles.ts";
import { useMe } from "./meeting-queries.ts";
import { Reflection } from "./reflection.tsx";

/** The personal tab's page to look back at one check-in. */
export function ReflectPage({ checkInId }: { readonly checkInId: string }) {
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  useEffect(() => {
    document.title = say.reflectTitle;
  }, [say]);
  return (
    <main className={styles.page}>
      <BackHome />
      <Reflect checkInId={checkInId} />
    </main>
  );
}

/** What there is to say after a check-in, read and shown. */
export function Reflect({ checkInId }: { readonly checkInId: string }) {
  const me = useMe();
  const view = useReflection(checkInId);
  if (view.data && me.data) return <Reflection view={view.data} me={me.data} />;
  const [failed] = [view, me].filter((one) => one.isError);
  return failed ? <Unread problem={problemOf(failed.error)} onRetry={() => void failed.refetch()} /> : <Loading />;
}
