import { Button, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { type CohortBookingMessages, cohortBookingMessages } from "../../../shared/content/cohort-booking-messages.ts";
import type { CohortBookingView } from "../../../shared/contract/cohort-bookings.ts";
import type { BookingSteer } from "../../../shared/domain/cohort-booking.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { Begin } from "./begin.tsx";
import { BookingProgress } from "./booking-progress.tsx";
import { useCohortBookingStyles } from "./cohort-booking.styles.ts";
import { useSteer } from "./cohort-booking-queries.ts";

/** Where the booking stands, how far it is, and what can be done about it. */
export function BookingState({ booking }: { readonly booking: CohortBookingView }) {
  const page = usePageStyles();
  const styles = useCohortBookingStyles();
  const say = cohortBookingMessages(useLocale());
  const steer = useSteer(booking);
  const [isAsking, setAsking] = useState(false);
  const toUndo = booking.counts.booked + booking.counts.booking;
  const act = (wish: BookingSteer) => (wish === "undo" ? setAsking(true) : steer.mutate(wish));
  const isUndoing = isAsking && undoable.has(booking.status);
  return (
    <section className={mergeClasses(page.card, styles.state)} aria-labelledby="state">
      <h2 id="state" tabIndex={-1} className={styles.stateTitle}>
        {isUndoing ? say.undoTitle(toUndo) : say.titles[booking.status]}
      </h2>
      <p className={page.sentence}>{isUndoing ? say.undoSentence : sentenceFor(booking, say)}</p>
      <BookingProgress booking={booking} />
      {isUndoing ? (
        <div className={styles.actions}>
          <Button autoFocus className={styles.tall} onClick={() => setAsking(false)}>
            {say.keep}
          </Button>
          <Button
            className={styles.tall}
            disabledFocusable={steer.isPending}
            onClick={() => steer.mutate("undo", { onSettled: () => setAsking(false) })}
          >
            {say.undoYes(toUndo)}
          </Button>
        </div>
      ) : (
        <Steers booking={booking} isBusy={steer.isPending} onSteer={act} />
      )}
      <ProblemLine problem={steer.isError ? problemOf(steer.error) : null} />
      {!isUndoing && overStatuses.has(booking.status) && <Begin cohortId={booking.cohortId} isFirst={false} />}
    </section>
  );
}

const undoable: ReadonlySet<string> = new Set(["running", "paused", "done"]);
const overStatuses: ReadonlySet<string> = new Set(["done", "undone"]);

function sentenceFor({ status, counts }: CohortBookingView, say: CohortBookingMessages): string {
  switch (status) {
    case "looking":
      return say.lookingSentence;
    case "ready":
      return say.readySentence(counts.can, counts.cannot);
    case "running":
      return say.runningSentence;
    case "paused":
      return say.pausedSentence;
    case "done":
      return say.doneSentence(counts.booked, counts.cannot);
    case "undoing":
      return say.undoingSentence;
    default:
      return say.undoneSentence;
  }
}

interface SteersProps {
  readonly booking: CohortBookingView;
  readonly isBusy: boolean;
  readonly onSteer: (steer: BookingSteer) => void;
}

function Steers({ booking: { status, counts }, isBusy, onSteer }: SteersProps) {
  const styles = useCohortBookingStyles();
  const say = cohortBookingMessages(useLocale());
  const [first, ...others] = steersAt(status, counts);
  if (!first) return null;
  const words = (steer: BookingSteer) => (steer === "confirm" ? say.confirm(counts.can) : say[steer]);
  return (
    <div className={styles.actions}>
      {[first, ...others].map((steer) => (
        <Button
          key={steer}
          appearance={steer === "confirm" || steer === "resume" ? "primary" : "secondary"}
          className={styles.tall}
          disabledFocusable={isBusy}
          onClick={() => onSteer(steer)}
        >
          {words(steer)}
        </Button>
      ))}
    </div>
  );
}

function steersAt(status: CohortBookingView["status"], counts: CohortBookingView["counts"]): readonly BookingSteer[] {
  if (status === "looking") return ["discard"];
  if (status === "ready") return counts.can > 0 ? ["confirm", "discard"] : ["discard"];
  if (status === "running") return ["pause", "undo"];
  if (status === "paused") return ["resume", "undo"];
  return status === "done" && counts.booked > 0 ? ["undo"] : [];
}
