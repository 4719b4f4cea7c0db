import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { useLocale } from "../app-context.tsx";
import { memberOf } from "../components/people.ts";
import { useMeetingStyles } from "./meeting.styles.ts";
import { Prepare } from "./prepare-page.tsx";
import { Reflect } from "./reflect-page.tsx";
import { useFollowedSession } from "./use-followed-session.ts";

/** While a check-in goes on: where the session is, and how to the panel. Until somebody has begun there is still time to prepare. */
export function GoingOn({ chatId, checkIn }: { readonly chatId: string; readonly checkIn: CheckInView }) {
  const styles = useMeetingStyles();
  const { followed } = useFollowedSession(chatId);
  if (followed.kind !== "session") return <Prepare checkInId={checkIn.id} />;
  const { session } = followed;
  if (session.phase === "over") return <Reflect checkInId={checkIn.id} />;
  return (
    <>
      <Where session={session} />
      {session.phase === "arrive" && (
        <div className={styles.sections}>
          <Prepare checkInId={checkIn.id} />
        </div>
      )}
    </>
  );
}

function Where({ session: { number, phase, speaker, members } }: { readonly session: SessionView }) {
  // While there is time to prepare, the page below has the title.
  const Title = phase === "arrive" ? "h2" : "h1";
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  const turn = phase !== "turn" || speaker === null ? "" : ` ${say.turnNow(memberOf(members, speaker).name)}`;
  return (
    <section aria-labelledby="going" className={styles.going}>
      <Title id="going" tabIndex={-1} className={phase === "arrive" ? styles.section : styles.title}>
        {say.going(number)}
      </Title>
      <p role="status" className={styles.details}>
        {say.now[phase] + turn}
      </p>
      <p className={styles.hintAlone}>{say.goingHint}</p>
    </section>
  );
}
