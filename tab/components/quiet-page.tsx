import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** A page with nothing on it but what it is for and the first step: empty and error states of whole views. */
export function QuietPage({
  title,
  sentence,
  children,
}: {
  readonly title: string;
  readonly sentence: string;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.sentence}>{sentence}</p>
      {children && <div className={styles.step}>{children}</div>}
    </main>
  );
}

const useStyles = makeStyles({
  page: { maxWidth: "440px", padding: "36px 16px", margin: "0 auto", color: tokens.colorNeutralForeground1 },
  title: { ...typographyStyles.subtitle1, margin: "0 0 8px", textWrap: "balance" },
  sentence: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, textWrap: "pretty" },
  step: { ...typographyStyles.body1, marginTop: "16px" },
});
