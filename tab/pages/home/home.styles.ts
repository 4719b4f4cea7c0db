import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { narrow } from "../../theme/page-styles.ts";

/** Home's grid and the pieces that stand in it. */
export const useHomeStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 592fr) minmax(0, 304fr)",
    columnGap: "64px",
    alignItems: "start",
    marginTop: "28px",
    "@media (max-width: 959px)": { columnGap: "36px" },
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr)", rowGap: "36px", marginTop: "16px" },
  },
  main: { display: "grid", rowGap: "36px", minWidth: 0 },
  empty: { display: "grid", rowGap: "8px", marginTop: "24px", maxWidth: "592px" },

  nextTitle: {
    ...typographyStyles.title3,
    margin: 0,
    textWrap: "balance",
    outlineStyle: "none",
    [narrow]: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  },
  nextDetails: { marginTop: "4px" },
  opens: { ...typographyStyles.body1, display: "flex", alignItems: "center", gap: "8px", marginTop: "16px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "20px" },
  tall: { [narrow]: { minHeight: "40px" } },
  slots: { display: "grid", rowGap: "8px", marginTop: "16px" },
  slot: {
    justifyContent: "space-between",
    flexWrap: "wrap",
    columnGap: "12px",
    minHeight: "40px",
    maxWidth: "none",
    paddingInline: "12px",
    textAlign: "left",
    fontWeight: tokens.fontWeightSemibold,
  },
  slotTimes: { ...typographyStyles.caption1, color: "inherit" },
  slotNote: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: "-4px 0 4px 13px" },

  head: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    alignItems: "center",
    gap: "4px 12px",
    paddingBottom: "12px",
  },
  flush: { marginLeft: "-12px" },
  finished: { flexBasis: "100%", minWidth: 0 },
  after: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    paddingTop: "12px",

    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },

  journal: { display: "grid", rowGap: "24px", minWidth: 0, paddingTop: "28px", [narrow]: { paddingTop: 0 } },
  field: { display: "grid", rowGap: "12px" },
  underInput: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    gap: "12px",
    marginTop: "8px",
    minHeight: "32px",
  },
  unwritten: { visibility: "hidden" },
  entry: { display: "grid", rowGap: "4px", justifyItems: "start" },
  allEntries: { marginTop: "12px" },
});
