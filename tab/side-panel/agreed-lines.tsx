import { panelMessages } from "../../shared/content/panel-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { useLocale } from "../app-context.tsx";
import { usePanelStyles } from "./panel.styles.ts";

/** The pair's agreement in its three lines, or what to do where there is none yet. */
export function AgreedLines({ session: { agreementLines } }: { readonly session: SessionView }) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  if (agreementLines.length === 0) return <p className={styles.lead}>{say.nothingAgreed}</p>;
  return (
    <ul className={styles.lines}>
      {agreementLines.map((line) => (
        <li key={line} className={styles.line}>
          {line}
        </li>
      ))}
    </ul>
  );
}
