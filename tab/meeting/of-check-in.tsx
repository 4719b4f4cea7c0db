import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import { useLocale } from "../app-context.tsx";
import { PageLink } from "../components/page-link.tsx";
import { useNow } from "../components/use-now.ts";
import { momentOf } from "./check-in-moment.ts";
import { GoingOn } from "./going-on.tsx";
import { useMeetingStyles } from "./meeting.styles.ts";
import { Prepare } from "./prepare-page.tsx";
import { Reflect } from "./reflect-page.tsx";

/** A check-in in its meeting: what there is to do depends on whether it lies ahead, goes on, or is behind. */
export function OfCheckIn({ chatId, checkIn }: { readonly chatId: string; readonly checkIn: CheckInView }) {
  const styles = useMeetingStyles();
  const moment = momentOf(checkIn, useNow());
  return (
    <main className={styles.page}>
      {moment === "off" && <CalledOff />}
      {moment === "now" && <GoingOn chatId={chatId} checkIn={checkIn} />}
      {moment === "after" && <Reflect checkInId={checkIn.id} />}
      {moment === "before" && <Prepare checkInId={checkIn.id} />}
    </main>
  );
}

function CalledOff() {
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  return (
    <>
      <h1 tabIndex={-1} className={styles.title}>
        {say.cancelledTitle}
      </h1>
      <p className={styles.details}>{say.cancelled}</p>
      <p className={styles.opens}>
        <PageLink page="home">{say.openHome}</PageLink>
      </p>
    </>
  );
}
