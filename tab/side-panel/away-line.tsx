import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import { useLocale } from "../app-context.tsx";

/** Says that there is no connection and what is kept; it goes by itself. */
export function AwayLine() {
  const styles = useStyles();
  const say = panelMessages(useLocale());
  return <p className={styles.line}>{say.away}</p>;
}

const useStyles = makeStyles({
  line: {
    ...typographyStyles.caption1,
    margin: "0 -16px",
    padding: "8px 16px",
    flexShrink: 0,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textWrap: "pretty",
  },
});
