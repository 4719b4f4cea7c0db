import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";

/** Below this height, as at 200 % zoom, nothing is pinned: all of it scrolls. */
const low = "@media (max-height: 360px)";
/** As wide as Teams' side panel; on a phone, and wherever there is more room, nothing has to give way. */
const narrow = "@media (max-width: 340px)";
/** Windows' own high contrast, where the browser replaces colours. */
export const forcedColours = "@media (forced-colors: active)";

/** The panel's frame and text: 280 px wide in Teams, up to 480 elsewhere; the primary button stays at the bottom. */
export const usePanelStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    boxSizing: "border-box",
    maxWidth: "480px",
    height: "100dvh",
    margin: "0 auto",
    padding: "4px 16px 0",
    overflowY: "auto",
    overflowX: "hidden",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    [low]: { height: "auto", minHeight: "100dvh" },
  },
  foot: {
    marginTop: "auto",
    position: "sticky",
    bottom: 0,
    padding: "8px 0 16px",
    display: "grid",
    rowGap: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    [low]: { position: "static" },
  },
  primary: { width: "100%", maxWidth: "none", minHeight: "40px" },
  title: {
    ...typographyStyles.subtitle1,
    lineHeight: "27px",
    margin: "12px 0 0",
    textWrap: "pretty",
    overflowWrap: "anywhere",
    outlineStyle: "none",
  },
  /** For prompts whose length would push what can be done out of the first view. */
  longTitle: { [narrow]: { fontSize: "18px", lineHeight: "24px" } },
  /** For what gives way to words that would else not be read whole. */
  yielding: { [narrow]: { display: "none" } },
  lineTitle: { ...typographyStyles.subtitle2, margin: "4px 0 0", overflowWrap: "anywhere", outlineStyle: "none" },
  lead: {
    ...typographyStyles.body1,
    margin: "8px 0 0",
    color: tokens.colorNeutralForeground2,
    textWrap: "pretty",
    overflowWrap: "anywhere",
  },
  quote: {
    fontSize: "16px",
    lineHeight: "24px",
    margin: "4px 0 0",
    overflowWrap: "anywhere",
    textWrap: "pretty",
    whiteSpace: "pre-wrap",
  },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, textWrap: "pretty" },
  smallTitle: { ...typographyStyles.caption1Strong, margin: 0 },
  rule: { border: "none", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, width: "100%", margin: "12px 0 8px" },
  lines: { listStyleType: "none", margin: "4px 0 0", padding: 0, display: "grid", rowGap: "2px" },
  line: {
    ...typographyStyles.body1,
    color: tokens.colorNeutralForeground2,
    textWrap: "pretty",
    overflowWrap: "anywhere",
  },
  controls: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "2px",
    marginTop: "8px",
    marginLeft: "-4px",
    marginRight: "-4px",
  },
  control: {
    minWidth: 0,
    minHeight: "40px",
    maxWidth: "100%",
    justifyContent: "flex-start",
    paddingInline: "4px",
    fontWeight: tokens.fontWeightRegular,
    textAlign: "left",
    '&[aria-pressed="true"]': { fontWeight: tokens.fontWeightSemibold },
    "& .fui-Button__icon": { width: "16px", height: "16px", fontSize: "16px", marginRight: "4px" },
  },
  footRow: { display: "flex", flexWrap: "wrap", columnGap: "8px", margin: "-8px 0 -4px -4px" },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});
