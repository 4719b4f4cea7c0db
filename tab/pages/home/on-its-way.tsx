import { mergeClasses } from "@fluentui/react-components";
import { checkInMessages, homeMessages } from "../../../shared/content/tab-messages.ts";
import { day, time } from "../../../shared/content/when.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { useLocale } from "../../app-context.tsx";
import { useNow } from "../../components/use-now.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useHomeStyles } from "./home.styles.ts";
import type { PairProps } from "./pair-props.ts";

/** A check-in that is being written into the calendars, or moved in them: from where, and to where. */
export function OnItsWay({ checkIn, pair, person }: PairProps & { readonly checkIn: CheckInView }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const words = useWords(checkIn, pair, person);
  return (
    <div role="status">
      <h2 id="next-act" tabIndex={-1} className={styles.nextTitle}>
        {words.title}
      </h2>
      <p className={mergeClasses(page.sentence, styles.nextDetails)}>{words.sentence}</p>
    </div>
  );
}

function useWords(checkIn: CheckInView, pair: PairProps["pair"], person: PairProps["person"]) {
  const locale = useLocale();
  const now = useNow();
  const say = checkInMessages(locale);
  const common = homeMessages(locale);
  const at = (startsAt: string) => say.dayAt(day(startsAt, person, now), time(startsAt, person));
  const everyone = pair.members.length;
  const { slot, movingTo } = checkIn;
  if (!slot) return { title: common.bookingWithoutTime, sentence: common.bookingSentence };
  if (!movingTo)
    return {
      title: common.bookingTitle(day(slot.startsAt, person, now), time(slot.startsAt, person)),
      sentence: common.bookingSentence,
    };
  if (movingTo.startsAt === slot.startsAt)
    return {
      title: say.lengtheningTitle(minutesOf(movingTo)),
      sentence: say.lengtheningSentence(everyone),
    };
  return { title: say.movingTitle(at(movingTo.startsAt)), sentence: say.movingSentence(at(slot.startsAt), everyone) };
}

const minutesOf = ({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
