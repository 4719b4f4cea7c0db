import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { PromptWords } from "../../../shared/contract/prompts.ts";
import { useLocale } from "../../app-context.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { sentWords } from "./prompt-words.ts";

/** The prompt as the side panel shows it, at the panel's 280 px: among those on offer, and in a turn. */
export function PromptPreview({ words }: { readonly words: PromptWords }) {
  const page = usePageStyles();
  const styles = useStyles();
  const locale = useLocale();
  const say = promptsEditorMessages(locale);
  const also = promptsMessages(locale);
  const { text, theme, minutes, labels, followUps, lighter } = sentWords(words);
  const shown = text || say.previewEmpty;
  return (
    <section aria-labelledby="preview">
      <h2 id="preview" className={page.section}>
        {say.previewTitle}
      </h2>
      <h3 className={styles.step}>{say.previewChoose}</h3>
      <div className={styles.panel}>
        <div className={styles.choice}>
          <span className={styles.ring} />
          <span className={styles.about}>
            {also.details([also.themes[theme]], minutes, labels.map(also.topicInList))}
          </span>
          <span className={styles.offered}>{shown}</span>
        </div>
      </div>
      <h3 className={styles.step}>{say.previewTurn}</h3>
      <div className={styles.panel}>
        <div className={styles.header}>
          <b>{say.previewRound}</b>
          <span className={styles.about}>{also.themes[theme]}</span>
        </div>
        <p className={styles.title}>{shown}</p>
        {followUps.length > 0 && (
          <>
            <p className={styles.lead}>{say.thenAsk}</p>
            <ul className={styles.lines}>
              {followUps.map((question, at) => (
                <li key={`${at} ${question}`}>{question}</li>
              ))}
            </ul>
          </>
        )}
        {lighter && (
          <>
            <p className={mergeClasses(styles.lead, styles.apart)}>{also.lighter}</p>
            <p className={styles.line}>{lighter}</p>
          </>
        )}
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  step: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: "12px 0 4px" },
  panel: {
    boxSizing: "border-box",
    width: "280px",
    maxWidth: "100%",
    padding: "16px",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "8px",
  },
  choice: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    alignItems: "center",
    gap: "2px 8px",
    padding: "7px 10px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: "8px",
  },
  ring: {
    boxSizing: "border-box",
    width: "14px",
    height: "14px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: "50%",
  },
  about: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, textWrap: "pretty", minWidth: 0 },
  offered: {
    ...typographyStyles.body1Strong,
    gridColumn: "1 / -1",
    fontSize: "15px",
    lineHeight: "20px",
    overflowWrap: "anywhere",
    textWrap: "pretty",
  },
  header: { ...typographyStyles.caption1, display: "flex", justifyContent: "space-between", gap: "8px" },
  title: {
    ...typographyStyles.subtitle1,
    lineHeight: "27px",
    margin: "16px 0 0",
    textWrap: "balance",
    overflowWrap: "anywhere",
  },
  lead: { ...typographyStyles.body1, margin: "8px 0 0", color: tokens.colorNeutralForeground2 },
  apart: { marginTop: "12px" },
  lines: {
    ...typographyStyles.body1,
    listStyleType: "none",
    margin: "4px 0 0",
    padding: 0,
    display: "grid",
    rowGap: "4px",
    overflowWrap: "anywhere",
    textWrap: "pretty",
  },
  line: { ...typographyStyles.body1, margin: "2px 0 0", overflowWrap: "anywhere", textWrap: "pretty" },
});
