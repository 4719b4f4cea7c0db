import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import { date } from "../../../shared/content/when.ts";
import type { GoalView } from "../../../shared/contract/goals.ts";
import { useLocale } from "../../app-context.tsx";
import { Chevron } from "../../components/icons.tsx";
import { memberOf } from "../../components/people.ts";
import { useNow } from "../../components/use-now.ts";
import { VoiceMark } from "../../components/voice-mark.tsx";
import { narrow, usePageStyles } from "../../theme/page-styles.ts";
import { GoalDetail } from "./goal-detail.tsx";
import { GoalForm } from "./goal-form.tsx";
import type { ActProps, PairProps } from "./pair-props.ts";

/** One goal in a row. Its words open to show why it matters and what can be done with it. */
export function GoalRow({ goal, ...parts }: ActProps & { readonly goal: GoalView }) {
  const page = usePageStyles();
  const styles = useStyles();
  const say = homeMessages(useLocale());
  const [mode, setMode] = useState<"closed" | "open" | "edited" | "editing">("closed");
  const detail = useId();
  if (mode === "editing") {
    return (
      <li className={styles.editing}>
        <GoalForm goal={goal} onClose={() => setMode("edited")} {...parts} />
      </li>
    );
  }
  const isOpen = mode !== "closed";
  return (
    <li className={styles.row}>
      <Whose goal={goal} {...parts} />
      <div className={styles.words}>
        <button
          type="button"
          autoFocus={mode === "edited"}
          className={styles.title}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detail : undefined}
          onClick={() => setMode(isOpen ? "closed" : "open")}
        >
          {goal.title}
          <span className={styles.chevron}>
            <Chevron turn={isOpen ? "up" : "down"} />
          </span>
        </button>
        {goal.nextStep && <p className={page.sentence}>{say.next(goal.nextStep)}</p>}
        {isOpen && <GoalDetail id={detail} goal={goal} onEdit={() => setMode("editing")} {...parts} />}
      </div>
      <When goal={goal} {...parts} />
    </li>
  );
}

function Whose({ goal, pair, person }: PairProps & { readonly goal: GoalView }) {
  const styles = useStyles();
  const say = homeMessages(useLocale());
  const owners = goal.owner === null ? pair.members : [memberOf(pair.members, goal.owner)];
  const name =
    owners.length > 1 ? say.ours : owners[0]?.id === person.id ? say.mine : say.theirs(owners[0]?.name ?? "");
  return (
    <div className={styles.whose}>
      <span className={mergeClasses(styles.marks, owners.length > 2 && styles.manyMarks)}>
        {owners.map(({ id, voice }) => (
          <VoiceMark key={id} voice={voice} />
        ))}
      </span>
      {name}
    </div>
  );
}

function When({ goal, person }: PairProps & { readonly goal: GoalView }) {
  const styles = useStyles();
  const say = homeMessages(useLocale());
  const now = useNow();
  if (goal.state !== "open") return <div className={styles.when}>{say.settled[goal.state]}</div>;
  if (!goal.reviewOn) return <div className={styles.when} />;
  // A review day is a day and no moment: noon keeps it the same day on every clock.
  const words = date(`${goal.reviewOn}T12:00:00Z`, { ...person, timeZone: "UTC" }, now);
  return (
    <div className={styles.when}>
      <span>{say.review}</span> <time dateTime={goal.reviewOn}>{words}</time>
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "80px minmax(0, 1fr) 96px",
    columnGap: "12px",
    padding: "16px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { gridTemplateColumns: "1fr auto", gridTemplateAreas: '"whose when" "words words"', rowGap: "4px" },
  },
  editing: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  whose: {
    ...typographyStyles.caption1Strong,
    lineHeight: "22px",
    display: "flex",
    alignItems: "center",
    height: "22px",
    [narrow]: { gridArea: "whose" },
  },
  marks: { display: "inline-flex", gap: "1px", minWidth: "30px", [narrow]: { minWidth: 0, marginRight: "6px" } },
  manyMarks: { minWidth: "40px" },
  words: { minWidth: 0, [narrow]: { gridArea: "words" } },
  title: {
    ...typographyStyles.body1Strong,
    lineHeight: "22px",
    display: "block",
    width: "100%",
    padding: 0,
    border: "none",
    background: "none",
    color: "inherit",
    textAlign: "left",
    cursor: "pointer",
    overflowWrap: "anywhere",
    textWrap: "pretty",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { textDecorationLine: "underline", textDecorationThickness: "1px", textUnderlineOffset: "3px" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "3px" },
    ":hover span, :focus-visible span": { color: tokens.colorNeutralForeground1 },
  },
  chevron: { display: "inline-block", marginLeft: "6px", verticalAlign: "-3px", color: tokens.colorNeutralForeground3 },
  when: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    display: "flex",
    flexDirection: "column",
    rowGap: "4px",
    paddingTop: "3px",
    [narrow]: { gridArea: "when", flexDirection: "row", columnGap: "4px" },
  },
});
