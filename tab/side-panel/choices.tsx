import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { forcedColours } from "./panel.styles.ts";

/** One of several: what it is called, and what more is to say about it. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly words: string;
  /** Stands above the words, beside the ring. */
  readonly about?: ReactNode;
}

/** A choice of one, as cards or side by side; the whole of each can be pressed, and what is not chosen is as black as what is. */
export function Choices<Value extends string>({
  label,
  choices,
  chosen,
  onChoose,
  shape,
  isLabelled = false,
  isBusy = false,
}: {
  /** What is asked. */
  readonly label: string;
  /** Whether that is shown, as nothing above asks it. */
  readonly isLabelled?: boolean;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
  readonly shape: "cards" | "rows" | "side by side";
  readonly isBusy?: boolean;
}) {
  const styles = useStyles();
  const name = useId();
  const isBeside = shape === "side by side";
  return (
    <fieldset className={styles.group} aria-label={label}>
      {isLabelled && (
        <div className={styles.legend} aria-hidden="true">
          {label}
        </div>
      )}
      <div className={isBeside ? styles.beside : styles.stack}>
        {choices.map(({ value, words, about }) => {
          const isChosen = value === chosen;
          return (
            <label
              key={value}
              className={mergeClasses(styles.choice, isBeside && styles.narrow, isChosen && styles.chosen)}
            >
              <input
                type="radio"
                name={name}
                value={value}
                checked={isChosen}
                disabled={isBusy}
                aria-labelledby={`${name}${value}`}
                {...(about ? { "aria-describedby": `${name}${value}about` } : {})}
                className={mergeClasses(styles.ring, isBeside && styles.hiddenRing)}
                onChange={() => onChoose(value)}
              />
              {about && (
                <span id={`${name}${value}about`} className={styles.about}>
                  {about}
                </span>
              )}
              <span id={`${name}${value}`} className={shape === "cards" ? styles.text : styles.words}>
                {words}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

const useStyles = makeStyles({
  group: { border: "none", margin: "8px 0 0", padding: 0, minWidth: 0 },
  legend: { ...typographyStyles.body1, marginBottom: "4px" },
  stack: { display: "grid", rowGap: "8px" },
  beside: { display: "flex", flexWrap: "wrap", gap: "8px" },
  choice: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    alignItems: "center",
    gap: "2px 8px",
    boxSizing: "border-box",
    minHeight: "40px",
    padding: "6px 10px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: "8px",
    cursor: "pointer",
    color: tokens.colorNeutralForeground1,
    ":hover": { border: `1px solid ${tokens.colorNeutralStrokeAccessibleHover}` },
    ":focus-within": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  narrow: {
    flex: "1 1 auto",
    alignContent: "center",
    gridTemplateColumns: "1fr",
    justifyItems: "center",
    textAlign: "center",
    padding: "4px",
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    ":hover": { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
    [forcedColours]: { border: "2px solid Highlight" },
  },
  ring: {
    appearance: "none",
    width: "14px",
    height: "14px",
    margin: 0,
    outlineStyle: "none",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: "50%",
    cursor: "pointer",
    ":checked": { border: `4px solid ${tokens.colorCompoundBrandStroke}` },
    [forcedColours]: { ":checked": { border: "4px solid Highlight" } },
  },
  hiddenRing: { position: "absolute", opacity: 0, inset: 0, width: "100%", height: "100%" },
  about: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, textWrap: "pretty", minWidth: 0 },
  text: {
    ...typographyStyles.body1Strong,
    gridColumn: "1 / -1",
    lineHeight: "18px",
    overflowWrap: "anywhere",
    textWrap: "pretty",
  },
  words: { ...typographyStyles.body1, overflowWrap: "anywhere", minWidth: 0 },
});
