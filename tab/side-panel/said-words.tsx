import { makeStyles, typographyStyles } from "@fluentui/react-components";
import type { SaidView, SessionView } from "../../shared/contract/sessions.ts";
import { memberOf } from "../components/people.ts";
import { VoiceMark } from "../components/voice-mark.tsx";
import { usePanelStyles } from "./panel.styles.ts";

/** What somebody wrote and everybody may read, with whose it is above. */
export function SaidWords({
  said,
  members,
  from,
}: {
  readonly said: readonly SaidView[];
  readonly members: SessionView["members"];
  /** What stands above the words of someone, by id and name. */
  readonly from: (id: string, name: string) => string;
}) {
  const styles = usePanelStyles();
  const own = useStyles();
  return said.map(({ author, text }) => {
    const { name, voice } = memberOf(members, author);
    return (
      <section key={author} className={own.said}>
        <h2 className={own.from}>
          <VoiceMark voice={voice} />
          {from(author, name)}
        </h2>
        <p className={styles.quote}>{text}</p>
      </section>
    );
  });
}

const useStyles = makeStyles({
  said: { marginTop: "16px" },
  from: { ...typographyStyles.body1Strong, margin: 0, display: "flex", alignItems: "center", gap: "8px" },
});
