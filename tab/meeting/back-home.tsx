import { Link } from "@fluentui/react-components";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import { useLocale } from "../app-context.tsx";
import { Chevron } from "../components/icons.tsx";
import { useMeetingStyles } from "./meeting.styles.ts";

/** The way back to Home. */
export function BackHome() {
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  return (
    <Link href="#/home" className={styles.back}>
      <Chevron turn="left" /> {say.backHome}
    </Link>
  );
}
