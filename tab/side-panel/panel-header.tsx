import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { useEveryViewMessages, useLocale } from "../app-context.tsx";
import { Chevron } from "../components/icons.tsx";
import { memberOf } from "../components/people.ts";
import { usePanelStyles } from "./panel.styles.ts";

/** Where the session is, which opens its parts, and beside it one more fact of the step. */
export function PanelHeader({
  session,
  isLate,
  hasFocus,
  onParts,
}: {
  readonly session: SessionView;
  /** Whether this panel came when the session was under way, and the step is the one it came to. */
  readonly isLate: boolean;
  readonly hasFocus: boolean;
  readonly onParts: () => void;
}) {
  const styles = usePanelStyles();
  const own = useStyles();
  const say = panelMessages(useLocale());
  const { stages } = useEveryViewMessages();
  return (
    <div className={own.header}>
      <Button
        appearance="subtle"
        size="small"
        className={mergeClasses(styles.control, own.name)}
        autoFocus={hasFocus}
        onClick={onParts}
      >
        <span>{headWords(session, say, stages)}</span>
        <span className={styles.hidden}>. {say.partsTitle}</span>
        <Chevron turn="down" />
      </Button>
      <span className={own.aside}>{isLate ? say.hereYouAre : asideWords(session, say)}</span>
    </div>
  );
}

type Say = ReturnType<typeof panelMessages>;
type Stages = ReturnType<typeof useEveryViewMessages>["stages"];

function headWords({ phase, number, stage, round, rounds }: SessionView, say: Say, stages: Stages): string {
  switch (phase) {
    case "arrive":
    case "over":
      return say.sessionAndStage(number, stages[stage]);
    case "choose":
    case "who-first":
    case "turn":
    case "follow-up":
      return say.round(round, rounds);
    default:
      return say.partNames[phase];
  }
}

function asideWords({ phase, opener, members, prompt, exercise, number }: SessionView, say: Say): string {
  switch (phase) {
    case "arrive":
    case "since":
    case "choose":
      return say.opens(memberOf(members, opener).name);
    case "who-first":
    case "turn":
    case "follow-up":
      return prompt ? say.themes[prompt.theme] : "";
    case "exercise":
      return exercise ? say.minutes(exercise.minutes) : "";
    case "over":
      return "";
    default:
      return say.session(number);
  }
}

const useStyles = makeStyles({
  header: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: "8px",
    flexShrink: 0,
  },
  name: { ...typographyStyles.caption1Strong, marginLeft: "-4px", gap: "4px", flexShrink: 0 },
  aside: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    marginLeft: "auto",
    textAlign: "right",
  },
});
