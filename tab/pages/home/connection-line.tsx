import { makeStyles, typographyStyles } from "@fluentui/react-components";
import { connectionMessages } from "../../../shared/content/tab-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { useConnection } from "../../components/connection-queries.ts";
import { PageLink } from "../../components/page-link.tsx";

/** One line where the person's calendar isn't connected and should be, leading to where that is done. */
export function ConnectionLine() {
  const styles = useStyles();
  const say = connectionMessages(useLocale());
  const state = useConnection().data?.state;
  if (state !== "missing" && state !== "broken") return null;
  return (
    <p className={styles.line}>
      {say.line[state]}{" "}
      <PageLink page="about" part="calendar" isInline>
        {say.lineLink}
      </PageLink>
    </p>
  );
}

const useStyles = makeStyles({ line: { ...typographyStyles.body1, margin: "0 0 16px", textWrap: "pretty" } });
