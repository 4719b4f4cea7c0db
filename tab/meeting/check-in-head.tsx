import { Button } from "@fluentui/react-components";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import { day, type Reader, time } from "../../shared/content/when.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import type { MemberView } from "../../shared/contract/people.ts";
import { useApp, useLocale } from "../app-context.tsx";
import { partnerTimes } from "../components/partner-times.ts";
import { memberOf, namesOf, partnersOf } from "../components/people.ts";
import { useNow } from "../components/use-now.ts";
import { VoiceMark } from "../components/voice-mark.tsx";
import { useMeetingStyles } from "./meeting.styles.ts";

/** What the head of a page about a check-in is given. */
export interface AboutCheckIn {
  readonly checkIn: CheckInView;
  readonly members: readonly MemberView[];
  readonly me: Reader & { readonly id: string };
}

/** When, with whom, on whose clock, how long, who opens, and the way in. */
export function ComingHead({ checkIn, members, me }: AboutCheckIn) {
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  const now = useNow();
  const partners = partnersOf(members, me.id);
  const opener = memberOf(members, checkIn.opener);
  const startsAt = checkIn.slot?.startsAt;
  const title = startsAt
    ? say.withAt(day(startsAt, me, now), time(startsAt, me), namesOf(partners))
    : say.sessionWith(checkIn.number, namesOf(partners));
  const details = [
    ...(startsAt ? partnerTimes(startsAt, partners, me, say) : []),
    ...(startsAt ? [say.session(checkIn.number).toLowerCase()] : []),
    say.minutes(checkIn.minutes),
  ];
  return (
    <header>
      <h1 tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <p className={styles.details}>{say.details(details)}</p>
      <p className={styles.opens}>
        <VoiceMark voice={opener.voice} />
        {say.opens(opener.name)}
      </p>
      <WayIn joinUrl={checkIn.joinUrl} />
    </header>
  );
}

/** How to come in: the link, except in the meeting itself, and where the panel is. */
function WayIn({ joinUrl }: Pick<CheckInView, "joinUrl">) {
  const { host } = useApp();
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  return (
    <div className={styles.join}>
      {joinUrl && host.meetingId === null && (
        <Button as="a" className={styles.tall} href={joinUrl} target="_blank" rel="noreferrer">
          {say.join}
        </Button>
      )}
      <p className={styles.hint}>{say.panelHint}</p>
    </div>
  );
}

/** Which session it was, with whom, and when. */
export function PastHead({ checkIn, members, me }: AboutCheckIn) {
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  const now = useNow();
  return (
    <header>
      <h1 tabIndex={-1} className={styles.title}>
        {say.sessionWith(checkIn.number, namesOf(partnersOf(members, me.id)))}
      </h1>
      {checkIn.slot && <p className={styles.details}>{day(checkIn.slot.startsAt, me, now)}</p>}
    </header>
  );
}
