import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";

/** A plain table of counts: what, and how many. */
export function CountTable({
  caption,
  heads: [what, count],
  rows,
}: {
  readonly caption: string;
  readonly heads: readonly [what: string, count: string];
  readonly rows: readonly { readonly what: string; readonly count: number }[];
}) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {what}
          </th>
          <th scope="col" className={styles.headCount}>
            {count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.what}>
            <th scope="row" className={styles.what}>
              {row.what}
            </th>
            <td className={styles.count}>{row.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const rule = `1px solid ${tokens.colorNeutralStroke2}`;
const cell = { padding: "10px 0", borderTop: rule };

const useStyles = makeStyles({
  table: {
    ...typographyStyles.body1,
    width: "100%",
    borderCollapse: "collapse",
    color: tokens.colorNeutralForeground1,
  },
  caption: { ...typographyStyles.body1Strong, textAlign: "left", paddingBottom: "8px" },
  head: {
    ...typographyStyles.caption1,
    textAlign: "left",
    color: tokens.colorNeutralForeground3,
    padding: "4px 0 8px",
  },
  headCount: {
    ...typographyStyles.caption1,
    textAlign: "right",
    color: tokens.colorNeutralForeground3,
    padding: "4px 0 8px",
  },
  what: { ...cell, textAlign: "left", fontWeight: tokens.fontWeightRegular },
  count: { ...cell, textAlign: "right", fontVariantNumeric: "tabular-nums" },
});
