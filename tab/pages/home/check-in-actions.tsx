import { Button, mergeClasses } from "@fluentui/react-components";
import { checkInMessages, homeMessages } from "../../../shared/content/tab-messages.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { useLocale } from "../../app-context.tsx";
import { useNow } from "../../components/use-now.ts";
import type { Change } from "./booked-check-in.tsx";
import { useHomeStyles } from "./home.styles.ts";

/** From how long before its hour on the way into the meeting comes before preparing, in milliseconds. */
const near = 10 * 60_000;

/** The one thing to do next, preparing or joining; and what can be changed about the check-in. */
export function CheckInActions({
  checkIn,
  onChange,
}: {
  readonly checkIn: CheckInView;
  readonly onChange: (change: Change) => void;
}) {
  const styles = useHomeStyles();
  const locale = useLocale();
  const say = checkInMessages(locale);
  const home = homeMessages(locale);
  const now = useNow();
  const isNear = checkIn.slot !== null && Date.parse(checkIn.slot.startsAt) - now < near;
  return (
    <div className={styles.actions}>
      {!isNear && (
        <Button
          as="a"
          appearance="primary"
          className={mergeClasses(styles.tall, styles.snug)}
          href={`#/prepare/${checkIn.id}`}
        >
          {home.prepare}
        </Button>
      )}
      {checkIn.joinUrl && (
        <Button
          as="a"
          appearance={isNear ? "primary" : "secondary"}
          className={mergeClasses(styles.tall, styles.snug)}
          href={checkIn.joinUrl}
          target="_blank"
          rel="noreferrer"
        >
          {home.join}
        </Button>
      )}
      <Button className={mergeClasses(styles.tall, styles.snug)} onClick={() => onChange("move")}>
        {say.move}
      </Button>
      {!checkIn.isOnTheSpot && (
        <Button
          appearance="subtle"
          className={mergeClasses(styles.tall, styles.snug)}
          onClick={() => onChange("length")}
        >
          {say.changeLength}
        </Button>
      )}
      <Button appearance="subtle" className={mergeClasses(styles.tall, styles.snug)} onClick={() => onChange("cancel")}>
        {say.cancel}
      </Button>
    </div>
  );
}
