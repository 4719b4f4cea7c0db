import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { narrow } from "../../theme/page-styles.ts";

const rule = `1px solid ${tokens.colorNeutralStroke2}`;

/** The page on which coordinators keep the library. */
export const useEditorStyles = makeStyles({
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "center", gap: "8px 16px" },
  tall: { [narrow]: { minHeight: "40px" } },
  said: { ...typographyStyles.body1Strong, margin: "12px 0 0" },
  library: { maxWidth: "592px", marginTop: "20px" },
  look: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    gap: "12px",
    "& select": { width: "100%", minWidth: 0 },
    "> :last-child": { gridColumn: "1 / -1" },
  },

  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 592fr) minmax(280px, 304fr)",
    gridTemplateRows: "auto 1fr",
    gridTemplateAreas: '"form beside" "foot beside"',
    gap: "20px 64px",
    alignItems: "start",
    marginTop: "24px",
    "@media (max-width: 959px)": { columnGap: "36px" },
    [narrow]: {
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateRows: "auto",
      gridTemplateAreas: '"form" "beside" "foot"',
      rowGap: "28px",
    },
  },
  form: { gridArea: "form", display: "grid", rowGap: "20px", minWidth: 0 },
  beside: { gridArea: "beside", display: "grid", rowGap: "28px", minWidth: 0 },
  legend: { ...typographyStyles.body1, marginBottom: "2px" },
  questions: { display: "grid", rowGap: "4px" },
  question: { display: "flex", alignItems: "flex-start", gap: "4px" },
  grow: { flexGrow: 1, minWidth: 0 },
  flush: { marginLeft: "-12px" },
  places: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(220px, 1fr))",
    gap: "16px",
    alignItems: "end",
    "& select": { width: "100%", minWidth: 0 },
  },
  checks: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(180px, 1fr))",
    marginLeft: "-8px",
    [narrow]: { gridTemplateColumns: "repeat(auto-fill, minmax(132px, 1fr))" },
  },
  foot: { gridArea: "foot", display: "grid", rowGap: "4px", paddingTop: "16px", borderTop: rule },

  hints: { display: "grid", rowGap: "4px" },
  hintLines: {
    ...typographyStyles.body1,
    margin: "4px 0 0",
    paddingLeft: "16px",
    display: "grid",
    rowGap: "6px",
    textWrap: "pretty",
    overflowWrap: "anywhere",
    ":empty": { display: "none" },
  },

  meanwhile: { maxWidth: "592px", marginTop: "20px", padding: "16px 0", borderTop: rule, borderBottom: rule },
  theirs: { display: "grid", rowGap: "8px", marginTop: "12px" },
  theirText: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: "anywhere", textWrap: "pretty" },
});
