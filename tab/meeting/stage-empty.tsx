import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import { useLocale } from "../app-context.tsx";

/** A stage with nothing on it. */
export function StageEmpty({ sentence }: { readonly sentence: string }) {
  const styles = useStyles();
  const say = meetingMessages(useLocale());
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{say.stageEmptyTitle}</h1>
      <p className={styles.sentence}>{sentence}</p>
    </main>
  );
}

const useStyles = makeStyles({
  page: {
    minHeight: "100dvh",
    boxSizing: "border-box",
    display: "grid",
    alignContent: "center",
    justifyItems: "center",
    rowGap: "8px",
    padding: "24px",
    textAlign: "center",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { ...typographyStyles.subtitle1, margin: 0, textWrap: "balance" },
  sentence: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, textWrap: "balance" },
});
