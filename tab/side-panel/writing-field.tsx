import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useId } from "react";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import { type SessionWordsKind, sessionWordsLimits } from "../../shared/domain/session-words.ts";
import { useLocale } from "../app-context.tsx";
import { AudienceLine, type Reach } from "../components/audience-line.tsx";
import { ProblemLine } from "../components/problem-line.tsx";
import { useWords } from "../live/use-words.ts";
import { forcedColours } from "./panel.styles.ts";

/** A field for one person's words, kept as they are typed, with who will see them beside it. */
export function WritingField({
  kind,
  label,
  reach,
  readers,
  lines,
}: {
  readonly kind: SessionWordsKind;
  readonly label: string;
  readonly reach: Reach;
  readonly readers: string;
  /** How many lines it shows at first. */
  readonly lines: number;
}) {
  const styles = useStyles();
  const id = useId();
  const say = panelMessages(useLocale());
  const [{ text, state, isJoined, isTooLong, problem }, keeper] = useWords(kind);
  return (
    <div className={styles.field}>
      <textarea
        aria-label={label}
        aria-describedby={`${id}readers ${id}state`}
        aria-invalid={isTooLong}
        className={styles.input}
        rows={lines}
        value={text}
        readOnly={state === "loading"}
        onChange={({ target }) => keeper.type(target.value)}
        onBlur={() => void keeper.flush()}
      />
      <div className={styles.beside}>
        <AudienceLine reach={reach} id={`${id}readers`}>
          {readers}
        </AudienceLine>
        <span id={`${id}state`} className={styles.state} data-words={state}>
          {text !== "" && state === "kept" && say.kept}
        </span>
      </div>
      {isTooLong && <p className={styles.note}>{say.tooLong(text.length - sessionWordsLimits[kind])}</p>}
      {isJoined && <p className={styles.note}>{say.joinedWords}</p>}
      <ProblemLine problem={problem} />
    </div>
  );
}

const useStyles = makeStyles({
  field: { marginTop: "12px", display: "grid", rowGap: "8px" },
  input: {
    ...typographyStyles.body1,
    boxSizing: "border-box",
    width: "100%",
    minWidth: 0,
    padding: "8px 12px",
    resize: "none",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    ":focus": {
      outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
      outlineOffset: "-1px",
      [forcedColours]: { outline: "2px solid Highlight" },
    },
  },
  beside: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: "8px" },
  state: { ...typographyStyles.caption1, marginLeft: "auto", color: tokens.colorNeutralForeground3 },
  note: { ...typographyStyles.caption1, margin: 0, textWrap: "pretty" },
});
