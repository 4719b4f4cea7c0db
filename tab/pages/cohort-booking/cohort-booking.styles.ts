import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { narrow } from "../../theme/page-styles.ts";

const rule = `1px solid ${tokens.colorNeutralStroke2}`;

/** The page on which a coordinator books for a cohort. */
export const useCohortBookingStyles = makeStyles({
  back: { ...typographyStyles.caption1, display: "inline-flex", alignItems: "center", gap: "6px", marginBottom: "8px" },
  state: { marginTop: "20px" },
  first: { display: "grid", rowGap: "16px", marginTop: "16px", maxWidth: "592px" },
  again: { marginTop: "20px", paddingTop: "4px", borderTop: rule },
  stateTitle: { ...typographyStyles.subtitle1, margin: "0 0 4px", outlineStyle: "none", textWrap: "balance" },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 12px", marginTop: "16px" },
  tall: { [narrow]: { minHeight: "40px" } },

  progress: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 16px", marginTop: "16px" },
  bar: {
    appearance: "none",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: "4px",
    height: "8px",
    flex: "1 1 240px",
    maxWidth: "400px",
    minWidth: 0,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
    "::-webkit-progress-bar": { backgroundColor: tokens.colorNeutralBackground1 },
    "::-webkit-progress-value": { backgroundColor: tokens.colorNeutralForeground2 },
    "::-moz-progress-bar": { backgroundColor: tokens.colorNeutralForeground2 },
  },
  figures: { ...typographyStyles.body1, fontVariantNumeric: "tabular-nums" },

  list: { display: "grid", rowGap: "12px", marginTop: "36px" },
  listHead: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "end",
    justifyContent: "space-between",
    gap: "8px 16px",
  },
  filter: { width: "240px", [narrow]: { width: "100%" } },
  table: { ...typographyStyles.body1, borderCollapse: "collapse", width: "100%", textAlign: "left" },
  heads: {
    [narrow]: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  },
  head: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, padding: "4px 16px 8px 0" },
  row: { borderTop: rule, [narrow]: { display: "grid", padding: "12px 0" } },
  cell: {
    padding: "12px 16px 12px 0",
    verticalAlign: "top",
    overflowWrap: "anywhere",
    [narrow]: { padding: 0 },
  },
  pair: { fontWeight: tokens.fontWeightSemibold, width: "38%", [narrow]: { width: "auto" } },
  verdict: { fontWeight: tokens.fontWeightSemibold },
  when: {
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
    [narrow]: { whiteSpace: "normal", ":empty": { display: "none" } },
  },
  pages: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  grow: { flexGrow: 1 },
});
