import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";

/** Below this width a page is one column, as on a phone. */
export const narrow = "@media (max-width: 719px)";

/** Styles that every page of the personal tab shares: the column, its titles, the one card, text. */
export const usePageStyles = makeStyles({
  page: {
    maxWidth: "960px",
    margin: "0 auto",
    padding: "40px 24px 48px",
    color: tokens.colorNeutralForeground1,
    [narrow]: { padding: "20px 16px 36px" },
  },
  title: {
    ...typographyStyles.title1,
    margin: 0,
    textWrap: "balance",
    outlineStyle: "none",
    [narrow]: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  },
  section: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: "none" },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: "8px",
    boxShadow: tokens.shadow4,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    padding: "24px",
    [narrow]: { padding: "16px" },
  },
  sentence: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, textWrap: "pretty" },
  quote: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: "16px",
    lineHeight: "24px",
    margin: 0,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    textWrap: "pretty",
  },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});
