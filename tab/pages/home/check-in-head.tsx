import { mergeClasses } from "@fluentui/react-components";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import { day, time } from "../../../shared/content/when.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { useLocale } from "../../app-context.tsx";
import { partnerTimes } from "../../components/partner-times.ts";
import { memberOf, namesOf, partnersOf } from "../../components/people.ts";
import { useNow } from "../../components/use-now.ts";
import { VoiceMark } from "../../components/voice-mark.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useHomeStyles } from "./home.styles.ts";
import type { PairProps } from "./pair-props.ts";

/** When, with whom, on whose clock, how long, and who opens. */
export function CheckInHead({ checkIn, pair, person }: PairProps & { readonly checkIn: CheckInView }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = homeMessages(useLocale());
  const now = useNow();
  if (!checkIn.slot) return null;
  const partners = partnersOf(pair.members, person.id);
  const opener = memberOf(pair.members, checkIn.opener);
  const { startsAt } = checkIn.slot;
  const details = [
    ...partnerTimes(startsAt, partners, person, say),
    say.session(checkIn.number),
    say.minutes(checkIn.minutes),
  ];
  return (
    <>
      <h2 id="next-act" tabIndex={-1} className={styles.nextTitle}>
        {say.nextTitle(day(startsAt, person, now), time(startsAt, person), namesOf(partners))}
      </h2>
      <p className={mergeClasses(page.sentence, styles.nextDetails)}>{say.details(details)}</p>
      <div className={styles.opens}>
        <VoiceMark voice={opener.voice} />
        {say.opens(opener.name)}
      </div>
    </>
  );
}
