import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import { problemOf } from "../api-client.ts";
import { useApp, useLocale } from "../app-context.tsx";
import { Loading } from "../components/loading.tsx";
import { Unread } from "../components/unread.tsx";
import { createQueryClient } from "../queries.ts";
import { Hold } from "./hold.tsx";
import { useMeetingStyles } from "./meeting.styles.ts";
import { useRoom } from "./meeting-queries.ts";
import { NothingHere } from "./nothing-here.tsx";
import { OfCheckIn } from "./of-check-in.tsx";

/** Counterpoint as a tab of a meeting's details and chat: prepare before, where the session is while it goes on, reflect after. */
export function MeetingTab() {
  const { host } = useApp();
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  const [client] = useState(createQueryClient);
  useEffect(() => {
    document.title = say.tabTitle;
  }, [say]);
  return (
    <div className={styles.ground}>
      {host.chatId === null ? (
        <NothingHere />
      ) : (
        <QueryClientProvider client={client}>
          <Meeting chatId={host.chatId} />
        </QueryClientProvider>
      )}
    </div>
  );
}

function Meeting({ chatId }: { readonly chatId: string }) {
  const room = useRoom(chatId);
  if (room.data === undefined) {
    if (!room.isError) return <Loading />;
    return <Unread problem={problemOf(room.error)} onRetry={() => void room.refetch()} />;
  }
  if (room.data === "nothing") return <NothingHere />;
  if (room.data.kind === "check-in") return <OfCheckIn chatId={chatId} {...room.data} />;
  return room.data.pairs.length > 0 ? <Hold chatId={chatId} pairs={room.data.pairs} /> : <NothingHere />;
}
