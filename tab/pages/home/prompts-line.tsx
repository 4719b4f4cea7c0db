import { Link } from "@fluentui/react-components";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useHomeStyles } from "./home.styles.ts";

/** The way to the prompts, to read ahead. */
export function PromptsLine() {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = homeMessages(useLocale());
  return (
    <div className={styles.promptsLine}>
      <Link href="#/prompts">{say.prompts}</Link>
      <span className={page.small}>{say.promptsNote}</span>
    </div>
  );
}
