import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { narrow } from "../theme/page-styles.ts";

/** What a meeting's tab and the pages around a check-in share: one column of text, wide enough to write in. */
export const useMeetingStyles = makeStyles({
  page: {
    boxSizing: "border-box",
    maxWidth: "664px",
    margin: "0 auto",
    padding: "32px 24px 48px",
    color: tokens.colorNeutralForeground1,
    [narrow]: { padding: "16px 16px 36px" },
  },
  ground: { minHeight: "100dvh", backgroundColor: tokens.colorNeutralBackground3 },
  back: { display: "inline-flex", alignItems: "center", gap: "4px", marginBottom: "12px" },
  title: {
    ...typographyStyles.title2,
    margin: 0,
    textWrap: "balance",
    outlineStyle: "none",
    [narrow]: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  },
  details: { ...typographyStyles.body1, margin: "4px 0 0", color: tokens.colorNeutralForeground2, textWrap: "pretty" },
  opens: { ...typographyStyles.body1, display: "flex", alignItems: "center", gap: "8px", margin: "16px 0 0" },
  join: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 16px", marginTop: "16px" },
  hint: {
    ...typographyStyles.caption1,
    margin: 0,
    flex: "1 1 220px",
    color: tokens.colorNeutralForeground2,
    textWrap: "pretty",
  },
  going: { display: "grid", rowGap: "4px" },
  hintAlone: { ...typographyStyles.caption1, margin: "8px 0 0", color: tokens.colorNeutralForeground2 },
  prelude: { ...typographyStyles.body1, margin: "24px 0 0", color: tokens.colorNeutralForeground2 },
  sections: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "36px", marginTop: "28px" },
  section: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: "none" },
  lead: { ...typographyStyles.body1, margin: "4px 0 0", color: tokens.colorNeutralForeground2, textWrap: "pretty" },
  reach: { display: "flex", justifyContent: "space-between", alignItems: "start", gap: "4px 16px", marginTop: "8px" },
  said: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, textAlign: "right" },
  told: { ...typographyStyles.caption1, margin: "4px 0 0", minHeight: "16px", color: tokens.colorNeutralForeground2 },
  lines: { listStyleType: "none", margin: "8px 0 0", padding: 0, display: "grid", rowGap: "4px" },
  line: { ...typographyStyles.body1, color: tokens.colorNeutralForeground1, textWrap: "pretty" },
  group: { marginLeft: "-8px" },
  labelled: { marginTop: "12px" },
  tall: { minHeight: "40px" },
});
