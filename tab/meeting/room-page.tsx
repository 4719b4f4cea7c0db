import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { problemOf } from "../api-client.ts";
import { Loading } from "../components/loading.tsx";
import { Unread } from "../components/unread.tsx";
import { createQueryClient } from "../queries.ts";
import { Hold } from "./hold.tsx";
import { useRoom } from "./meeting-queries.ts";
import { NothingHere } from "./nothing-here.tsx";
import { OfCheckIn } from "./of-check-in.tsx";

/**
 * A meeting without a session to open: one's pair may hold its check-in here by a tap; a check-in that is behind is looked back at; anyone
 * else sees a kind, empty page. `onLinked` is called once when the meeting becomes a check-in's while this is shown, whoever linked it.
 */
export function RoomPage(props: { readonly chatId: string; readonly onLinked: () => void }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <Room {...props} />
    </QueryClientProvider>
  );
}

function Room({ chatId, onLinked }: { readonly chatId: string; readonly onLinked: () => void }) {
  const room = useRoom(chatId);
  const kind = room.data === undefined || room.data === "nothing" ? null : room.data.kind;
  const wasNone = useRef(false);
  useEffect(() => {
    if (kind === "check-in" && wasNone.current) onLinked();
    wasNone.current = room.data !== undefined && kind !== "check-in";
  }, [room.data, kind, onLinked]);
  if (room.data === undefined) {
    if (!room.isError) return <Loading />;
    return <Unread problem={problemOf(room.error)} onRetry={() => void room.refetch()} />;
  }
  if (room.data === "nothing") return <NothingHere />;
  if (room.data.kind === "check-in") return <OfCheckIn chatId={chatId} {...room.data} />;
  return room.data.pairs.length > 0 ? <Hold chatId={chatId} pairs={room.data.pairs} /> : <NothingHere />;
}
