import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import { useLocale } from "../app-context.tsx";
import { QuietPage } from "../components/quiet-page.tsx";

/** What a meeting shows to whoever it doesn't concern: guests, coordinators, other colleagues. It says nothing of a pair. */
export function NothingHere() {
  const say = meetingMessages(useLocale());
  return <QuietPage title={say.nothingTitle} sentence={say.nothing} />;
}
