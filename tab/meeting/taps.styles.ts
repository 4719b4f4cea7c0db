import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";

/** Who may read the two taps, and what each answered. */
export const useTapStyles = makeStyles({
  option: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: "2px 10px" },
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  people: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(180px, 1fr))",
    gap: "16px 24px",
    marginTop: "16px",
  },
  name: { ...typographyStyles.body1Strong, display: "flex", alignItems: "center", gap: "8px", margin: 0 },
  answers: { display: "grid", gridTemplateColumns: "auto 1fr", gap: "4px 12px", margin: "8px 0 0" },
  question: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0 },
  answer: { ...typographyStyles.body1, margin: 0 },
});
