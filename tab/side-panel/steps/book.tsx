import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { panelEndMessages } from "../../../shared/content/panel-end-messages.ts";
import { panelMessages } from "../../../shared/content/panel-messages.ts";
import { checkInMessages, homeMessages } from "../../../shared/content/tab-messages.ts";
import { day, shortDay, time } from "../../../shared/content/when.ts";
import type { CheckInView, SlotView } from "../../../shared/contract/check-ins.ts";
import { isForBearerAlone } from "../../../shared/domain/slots/slot.ts";
import { useLocale } from "../../app-context.tsx";
import { partnerTimes } from "../../components/partner-times.ts";
import { memberOf, partnersOf } from "../../components/people.ts";
import { ProblemLine } from "../../components/problem-line.tsx";
import { slotReason } from "../../components/slot-reason.ts";
import { useNow } from "../../components/use-now.ts";
import { usePanelStyles } from "../panel.styles.ts";
import { PrimaryButton } from "../primary-button.tsx";
import { QuietControl } from "../quiet-control.tsx";
import { Step, type StepProps } from "../step.tsx";
import { type NextCheckIn, useNextCheckIn } from "./use-next-check-in.ts";

/** The next check-in, booked without leaving. Whose turn it is to book stands there; either may do it, and both see the receipt. */
export function BookStep(props: StepProps) {
  const next = useNextCheckIn(props.session.pairId);
  const checkIn = next.pair?.next ?? null;
  const parts = { ...props, next };
  if (checkIn?.slot && checkIn.status !== "needs-you")
    return <Receipt {...parts} checkIn={checkIn} slot={checkIn.slot} />;
  if (checkIn && checkIn.offered.length > 0 && !next.isLooking) return <Slots {...parts} checkIn={checkIn} />;
  return <Ask {...parts} />;
}

type BookProps = StepProps & { readonly next: NextCheckIn };

function Ask({ session, next, act, isActing, problem }: BookProps) {
  const styles = usePanelStyles();
  const locale = useLocale();
  const say = panelEndMessages(locale);
  const { members } = session;
  const booker = next.pair && memberOf(members, next.pair.next?.booker ?? next.pair.nextBooker);
  const wasLost = next.pair?.next?.status === "needs-you";
  return (
    <Step
      problem={problem}
      foot={
        <>
          <ProblemLine problem={next.problem} />
          <div className={styles.footRow}>
            <QuietControl isBusy={isActing} onPress={() => act("close")}>
              {say.notNow}
            </QuietControl>
          </div>
          <PrimaryButton isBusy={isActing || next.isLooking} onPress={() => next.ask({})}>
            {next.noSlots ? panelMessages(locale).lookAgain : say.find}
          </PrimaryButton>
        </>
      }
    >
      <h1 tabIndex={-1} className={styles.title}>
        {say.bookTitle}
      </h1>
      <div role="status" className={styles.lead}>
        {next.isLooking
          ? say.looking(members.length)
          : next.noSlots
            ? say.noTime
            : wasLost
              ? say.lost
              : booker && say.bookingFallsTo(booker.name, members.length)}
      </div>
    </Step>
  );
}

function Slots({ session, me, next, act, isActing, problem, checkIn }: BookProps & { readonly checkIn: CheckInView }) {
  const styles = usePanelStyles();
  const own = useStyles();
  const say = panelEndMessages(useLocale());
  return (
    <Step
      problem={problem}
      foot={
        <>
          <ProblemLine problem={next.problem} />
          <div className={styles.footRow}>
            <QuietControl isBusy={next.isLooking} onPress={() => next.ask({ others: true })}>
              {say.otherTimes}
            </QuietControl>
            <QuietControl isBusy={isActing} onPress={() => act("close")}>
              {say.notNow}
            </QuietControl>
          </div>
        </>
      }
    >
      <h1 tabIndex={-1} className={mergeClasses(styles.lineTitle, own.title)}>
        {say.slotsTitle(session.members.length)}
      </h1>
      <ul className={own.slots}>
        {checkIn.offered.map((slot) => (
          <li key={slot.startsAt}>
            {isForBearerAlone(slot) && slot.stretch?.person !== me.id ? (
              <div className={mergeClasses(own.slot, own.theirs)}>
                <SlotWords slot={slot} session={session} me={me} />
              </div>
            ) : (
              <Button
                className={own.slot}
                disabledFocusable={next.isBooking}
                onClick={() => next.book(checkIn, slot.startsAt)}
              >
                <span className={styles.hidden}>{say.book} </span>
                <SlotWords slot={slot} session={session} me={me} />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Step>
  );
}

function SlotWords({
  slot,
  session: { members },
  me,
}: Pick<StepProps, "session" | "me"> & { readonly slot: SlotView }) {
  const own = useStyles();
  const locale = useLocale();
  const there = partnerTimes(slot.startsAt, partnersOf(members, me.id), me, homeMessages(locale));
  return (
    <>
      <span className={own.when}>
        {panelEndMessages(locale).slot(shortDay(slot.startsAt, me), time(slot.startsAt, me))}
      </span>
      <span className={own.why}>
        {[...there, slotReason(slot, members, me.id, checkInMessages(locale))].join(" · ")}
      </span>
    </>
  );
}

function Receipt({
  session,
  me,
  act,
  isActing,
  problem,
  checkIn,
  slot,
}: BookProps & { readonly checkIn: CheckInView; readonly slot: SlotView }) {
  const styles = usePanelStyles();
  const locale = useLocale();
  const say = panelEndMessages(locale);
  const { members } = session;
  const now = useNow();
  const there = partnerTimes(slot.startsAt, partnersOf(members, me.id), me, homeMessages(locale));
  const isThere = checkIn.status === "booked";
  return (
    <Step
      problem={problem}
      foot={
        <PrimaryButton isBusy={isActing} onPress={() => act("close")}>
          {say.finish}
        </PrimaryButton>
      }
    >
      <h1 tabIndex={-1} className={styles.title}>
        {say.bookedTitle(day(slot.startsAt, me, now), time(slot.startsAt, me))}
      </h1>
      {there.length > 0 && <p className={styles.lead}>{there.join(" · ")}</p>}
      <p role="status" className={styles.lead}>
        {isThere ? say.booked(members.length) : say.onItsWay}
      </p>
      <p className={styles.lead}>{say.opensNext(memberOf(members, checkIn.opener).name)}</p>
    </Step>
  );
}

const useStyles = makeStyles({
  title: { marginTop: "16px" },
  slots: { listStyleType: "none", margin: "8px 0 0", padding: 0, display: "grid", rowGap: "8px" },
  slot: {
    display: "grid",
    justifyContent: "start",
    justifyItems: "start",
    rowGap: "2px",
    width: "100%",
    maxWidth: "none",
    minHeight: "52px",
    padding: "8px 12px",
    textAlign: "left",
    boxSizing: "border-box",
  },
  theirs: { border: `1px dashed ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  when: { ...typographyStyles.body1Strong, textAlign: "left" },
  why: { ...typographyStyles.caption1, textAlign: "left", textWrap: "pretty" },
});
