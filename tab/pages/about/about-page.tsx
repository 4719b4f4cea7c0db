import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useEffect } from "react";
import { aboutMessages } from "../../../shared/content/tab-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { narrow, usePageStyles } from "../../theme/page-styles.ts";

/** What Counterpoint is, who sees what, and its version and licence. It needs nobody to be signed in; `children` may. */
export function AboutPage({ children }: { readonly children?: ReactNode }) {
  const page = usePageStyles();
  const styles = useStyles();
  const say = aboutMessages(useLocale());
  useEffect(() => {
    document.title = say.pageTitle;
  }, [say]);
  return (
    <main className={page.page}>
      <h1 className={page.title}>{say.title}</h1>
      <div className={styles.column}>
        <div className={styles.part}>
          {say.what.map((sentence) => (
            <p key={sentence} className={page.quote}>
              {sentence}
            </p>
          ))}
        </div>
        <section className={styles.part} aria-labelledby="who-sees">
          <h2 id="who-sees" className={page.section}>
            {say.whoSeesTitle}
          </h2>
          <WhoSees />
          <p className={page.sentence}>{say.server}</p>
          <p className={page.sentence}>{say.meetings}</p>
        </section>
        {children}
        <section className={styles.part} aria-labelledby="version">
          <h2 id="version" className={page.section}>
            {say.versionTitle}
          </h2>
          <p className={page.sentence}>
            {say.version(import.meta.env.VITE_APP_VERSION)} {say.licence}
          </p>
        </section>
      </div>
    </main>
  );
}

function WhoSees() {
  const styles = useStyles();
  const { columns, rows } = aboutMessages(useLocale());
  return (
    <table className={styles.table} aria-labelledby="who-sees">
      <thead>
        <tr>
          {[columns.signal, columns.pair, columns.coordinator].map((head) => (
            <th key={head} scope="col" className={styles.head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ signal, pair, coordinator }) => (
          <tr key={signal}>
            <th scope="row" className={mergeClasses(styles.cell, styles.signal)}>
              {signal}
            </th>
            <td className={styles.cell}>{pair}</td>
            <td className={styles.cell}>{coordinator}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  column: { display: "grid", rowGap: "36px", marginTop: "20px", maxWidth: "720px" },
  part: { display: "grid", rowGap: "12px" },
  table: { ...typographyStyles.body1, borderCollapse: "collapse", width: "100%", textAlign: "left" },
  head: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, padding: "4px 16px 8px 0" },
  cell: {
    padding: "12px 16px 12px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: "top",
    color: tokens.colorNeutralForeground2,
    [narrow]: { paddingRight: "8px", fontSize: "12px", lineHeight: "16px" },
  },
  signal: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});
