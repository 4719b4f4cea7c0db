import { Button } from "@fluentui/react-components";
import { checkInMessages, homeMessages } from "../../../shared/content/tab-messages.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { useLocale } from "../../app-context.tsx";
import type { Change } from "./booked-check-in.tsx";
import { useHomeStyles } from "./home.styles.ts";

/** The way into the meeting, and what can be changed about it. */
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
  return (
    <div className={styles.actions}>
      {checkIn.joinUrl && (
        <Button
          as="a"
          appearance="primary"
          className={styles.tall}
          href={checkIn.joinUrl}
          target="_blank"
          rel="noreferrer"
        >
          {homeMessages(locale).join}
        </Button>
      )}
      <Button className={styles.tall} onClick={() => onChange("move")}>
        {say.move}
      </Button>
      <Button appearance="subtle" className={styles.tall} onClick={() => onChange("length")}>
        {say.changeLength}
      </Button>
      <Button appearance="subtle" className={styles.tall} onClick={() => onChange("cancel")}>
        {say.cancel}
      </Button>
    </div>
  );
}
