import { lazy, Suspense } from "react";
import { useApp } from "./app-context.tsx";
import { Loading } from "./components/loading.tsx";
import { SessionPanel } from "./side-panel/session-panel.tsx";
import { startPage } from "./start-page.tsx";
import { useSignIn } from "./use-sign-in.ts";

const MeetingTab = lazy(() => import("./meeting/meeting-tab.tsx").then((part) => ({ default: part.MeetingTab })));
const StagePage = lazy(() => import("./meeting/stage-page.tsx").then((part) => ({ default: part.StagePage })));
const NothingHere = lazy(() => import("./meeting/nothing-here.tsx").then((part) => ({ default: part.NothingHere })));
const RoomPage = lazy(() => import("./meeting/room-page.tsx").then((part) => ({ default: part.RoomPage })));

/** The app in a meeting: beside it the session; as a tab what goes before and after; on the stage the prompt alone. Guests have no sign-in, and nothing here. */
function InMeeting() {
  const { host } = useApp();
  const isGuest = useSignIn() === "none";
  if (isGuest && host.frame !== "meetingStage")
    return (
      <Suspense fallback={<Loading />}>
        <NothingHere />
      </Suspense>
    );
  return (
    <Suspense fallback={<Loading />}>
      {host.frame === "content" && <MeetingTab />}
      {host.frame === "meetingStage" && <StagePage />}
      {host.frame !== "content" && host.frame !== "meetingStage" && (
        <SessionPanel noSession={(chatId, onLinked) => <RoomPage chatId={chatId} onLinked={onLinked} />} />
      )}
    </Suspense>
  );
}

await startPage({ ground: "plain", inTeams: () => <InMeeting /> });
