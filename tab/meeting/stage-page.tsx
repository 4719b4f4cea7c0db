import { useEffect } from "react";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import { useApp, useLocale } from "../app-context.tsx";
import { StageEmpty } from "./stage-empty.tsx";
import { StageView } from "./stage-view.tsx";
import { useFollowedSession } from "./use-followed-session.ts";

/**
 * The meeting's stage: the prompt large and whose turn it is, for the pair and only while it is known to be alone. Everyone else's stage is
 * empty and says nothing of a pair.
 */
export function StagePage() {
  const { host } = useApp();
  const say = meetingMessages(useLocale());
  useEffect(() => {
    document.title = say.stageTitle;
  }, [say]);
  return host.chatId === null ? <StageEmpty sentence={say.stageNothing} /> : <StageOf chatId={host.chatId} />;
}

function StageOf({ chatId }: { readonly chatId: string }) {
  const say = meetingMessages(useLocale());
  const { followed, act, isActing } = useFollowedSession(chatId);
  if (followed.kind === "looking") return null;
  if (followed.kind === "none") return <StageEmpty sentence={say.stageNothing} />;
  const { session } = followed;
  if (session.staging !== "staged") return <StageEmpty sentence={say.stageEmpty} />;
  return <StageView session={session} act={act} isActing={isActing} />;
}
