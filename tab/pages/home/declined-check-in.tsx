import { Button, mergeClasses } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { checkInMessages } from "../../../shared/content/tab-messages.ts";
import { day, time } from "../../../shared/content/when.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { useLocale } from "../../app-context.tsx";
import { useKeptFocus } from "../../components/use-kept-focus.ts";
import { useNow } from "../../components/use-now.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { CancelCheckIn } from "./cancel-check-in.tsx";
import { declinedWords } from "./declined-words.ts";
import { useHomeStyles } from "./home.styles.ts";
import { MoveCheckIn } from "./move-check-in.tsx";
import type { ActProps } from "./pair-props.ts";
import { StandingNotes } from "./standing-notes.tsx";

/** A check-in whose event stands while somebody declined it in Outlook: another time, or cancel. */
export function DeclinedCheckIn({ checkIn, pair, person, onSaid }: ActProps & { readonly checkIn: CheckInView }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = checkInMessages(useLocale());
  const now = useNow();
  const [change, setChange] = useState<"move" | "cancel" | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, change ?? "none", "h2");
  if (!checkIn.slot) return null;
  const { startsAt } = checkIn.slot;
  const when = say.dayAt(day(startsAt, person, now), time(startsAt, person));
  const words = declinedWords(checkIn.declined, pair.members, person.id, when, say);
  const props = { checkIn, pair, person, onSaid, onClose: () => setChange(null) };
  return (
    <div ref={place}>
      <h2 id="next-act" tabIndex={-1} className={styles.nextTitle}>
        {words.title}
      </h2>
      <p className={mergeClasses(page.sentence, styles.nextDetails)}>{words.sentence}</p>
      <StandingNotes checkIn={checkIn} />
      {change === "move" && <MoveCheckIn {...props} />}
      {change === "cancel" && <CancelCheckIn {...props} />}
      {change === null && (
        <div className={styles.actions}>
          <Button appearance="primary" className={styles.tall} onClick={() => setChange("move")}>
            {say.findAnother}
          </Button>
          <Button className={styles.tall} onClick={() => setChange("cancel")}>
            {say.cancel}
          </Button>
        </div>
      )}
    </div>
  );
}
