import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";

/** A small ring that turns while something is fetched, with words beside it; it stands still where motion is not wanted. */
export function Spinner({ label }: { readonly label: string }) {
  const styles = useStyles();
  return (
    <span className={styles.row}>
      <span className={styles.ring} aria-hidden="true" />
      {label}
    </span>
  );
}

const useStyles = makeStyles({
  row: { ...typographyStyles.body1, display: "inline-flex", alignItems: "center", gap: "8px" },
  ring: {
    boxSizing: "border-box",
    width: "20px",
    height: "20px",
    flexShrink: 0,
    borderRadius: "50%",
    border: `2px solid ${tokens.colorBrandStroke2}`,
    borderTopColor: tokens.colorBrandStroke1,
    "@media (prefers-reduced-motion: no-preference)": {
      animationName: { from: { transform: "rotate(0)" }, to: { transform: "rotate(1turn)" } },
      animationDuration: "1.5s",
      animationIterationCount: "infinite",
      animationTimingFunction: "linear",
    },
  },
});
