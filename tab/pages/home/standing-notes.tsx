import { checkInMessages } from "../../../shared/content/tab-messages.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { useLocale } from "../../app-context.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useHomeStyles } from "./home.styles.ts";
import { standingWords } from "./standing-words.ts";

/** What a person should know before meeting: that it is held on the spot, that there is no link, that others are invited. */
export function StandingNotes({ checkIn }: { readonly checkIn: CheckInView }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const notes = standingWords(checkIn, checkInMessages(useLocale()));
  if (notes.length === 0) return null;
  return (
    <div className={styles.notes}>
      {notes.map((note) => (
        <p key={note} className={page.sentence}>
          {note}
        </p>
      ))}
    </div>
  );
}

/** What is known of the Teams meeting: how to bring the app in where it couldn't come by itself, and whether recording is off. */
export function MeetingNotes({ checkIn }: { readonly checkIn: CheckInView }) {
  const styles = useHomeStyles();
  const say = checkInMessages(useLocale());
  if (!checkIn.joinUrl) return null;
  return (
    <div className={styles.notes}>
      {checkIn.appInChat === "refused" && (
        <div>
          <p className={styles.note}>{say.addByHand}</p>
          <ol className={styles.steps}>
            {say.addSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
      <p className={styles.note}>{checkIn.recordingOff === "done" ? say.recordingOff : say.recording}</p>
    </div>
  );
}
