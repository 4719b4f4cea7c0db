import { cohortBookingMessages } from "../../../shared/content/cohort-booking-messages.ts";
import type { CohortBookingView } from "../../../shared/contract/cohort-bookings.ts";
import { useLocale } from "../../app-context.tsx";
import { Said } from "../../components/said.tsx";
import { useCohortBookingStyles } from "./cohort-booking.styles.ts";
import { type Progress, progressOf, spokenProgress } from "./progress-of.ts";

/** How far it is, as a bar and in words. Screen readers hear it at each tenth of the way. */
export function BookingProgress({ booking }: { readonly booking: CohortBookingView }) {
  const styles = useCohortBookingStyles();
  const say = cohortBookingMessages(useLocale());
  const progress = progressOf(booking);
  const words = ({ done, all }: Progress) => {
    if (booking.status === "looking") return say.looked(done, all);
    return booking.status === "undoing" ? say.left(done, all) : say.booked(done, all);
  };
  return (
    <>
      {progress && (
        <div className={styles.progress}>
          <progress
            className={styles.bar}
            max={Math.max(progress.all, 1)}
            value={progress.done}
            aria-labelledby="state progress"
          />
          <span id="progress" className={styles.figures}>
            {words(progress)}
          </span>
        </div>
      )}
      <Said>{progress ? words(spokenProgress(progress)) : ""}</Said>
    </>
  );
}
