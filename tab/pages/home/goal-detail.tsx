import { Button, makeStyles } from "@fluentui/react-components";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import type { GoalView } from "../../../shared/contract/goals.ts";
import type { GoalState } from "../../../shared/domain/goal.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { useGoalChange } from "../../queries.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import type { ActProps } from "./pair-props.ts";

interface GoalDetailProps extends ActProps {
  readonly id: string;
  readonly goal: GoalView;
  readonly onEdit: () => void;
}

/** Why the goal matters, and what can be done with it: edit, done, let go; or open it again once finished. */
export function GoalDetail({ id, goal, pair, onEdit, onSaid }: GoalDetailProps) {
  const page = usePageStyles();
  const styles = useStyles();
  const say = homeMessages(useLocale());
  const change = useGoalChange(pair);
  const settle = (state: GoalState) =>
    change.mutate({ kind: "settle", goalId: goal.id, state }, { onSuccess: () => onSaid(say.goalSaid[state]) });
  return (
    <div id={id} className={styles.detail}>
      {goal.why && <p className={page.sentence}>{say.why(goal.why)}</p>}
      <div className={styles.actions}>
        {goal.state === "open" ? (
          <>
            <Button onClick={onEdit}>{say.edit}</Button>
            <Button disabledFocusable={change.isPending} onClick={() => settle("done")}>
              {say.done}
            </Button>
            <Button disabledFocusable={change.isPending} onClick={() => settle("let-go")}>
              {say.letGo}
            </Button>
          </>
        ) : (
          <Button disabledFocusable={change.isPending} onClick={() => settle("open")}>
            {say.openAgain}
          </Button>
        )}
      </div>
      <ProblemLine problem={change.isError ? problemOf(change.error) : null} />
    </div>
  );
}

const useStyles = makeStyles({
  detail: { paddingTop: "4px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", paddingTop: "12px" },
});
