import { Button } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import type { GoalView } from "../../../shared/contract/goals.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { Chevron, Plus } from "../../components/icons.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { Said } from "../../components/said.tsx";
import { useKeptFocus } from "../../components/use-kept-focus.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { GoalForm } from "./goal-form.tsx";
import { GoalRow } from "./goal-row.tsx";
import { useHomeStyles } from "./home.styles.ts";
import type { ActProps, PairProps } from "./pair-props.ts";

/** The pair's goals: mine, ours, my partner's. Finished ones stay behind one control. */
export function Goals({ pair, person }: PairProps) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = homeMessages(useLocale());
  const { youAnd } = useEveryViewMessages();
  const [isAdding, setAdding] = useState(false);
  const [said, setSaid] = useState("");
  const section = useRef<HTMLElement>(null);
  const shown = pair.goals.map(({ id, state }) => `${id} ${state}`).join();
  useKeptFocus(section, `${shown}/${isAdding}`, isAdding ? "input" : "h2");
  const open = pair.goals.filter((goal) => goal.state === "open");
  const finished = pair.goals.filter((goal) => goal.state !== "open");
  const parts = { pair, person, onSaid: setSaid };
  return (
    <section ref={section} aria-labelledby="goals">
      <div className={styles.head}>
        <h2 id="goals" tabIndex={-1} className={page.section}>
          {say.goalsTitle}
        </h2>
        <AudienceLine reach="pair">{youAnd(namesOf(partnersOf(pair.members, person.id)))}</AudienceLine>
      </div>
      {open.length === 0 && !isAdding && <p className={page.sentence}>{say.noGoals}</p>}
      <GoalList goals={open} {...parts} />
      {isAdding && <GoalForm goal={null} onClose={() => setAdding(false)} {...parts} />}
      <div className={styles.after}>
        {!isAdding && (
          <Button appearance="subtle" className={styles.flush} icon={<Plus />} onClick={() => setAdding(true)}>
            {say.addGoal}
          </Button>
        )}
        {finished.length > 0 && <FinishedGoals goals={finished} {...parts} />}
      </div>
      <Said>{said}</Said>
    </section>
  );
}

function GoalList({ goals, ...parts }: ActProps & { readonly goals: readonly GoalView[] }) {
  const page = usePageStyles();
  return (
    <ul className={page.list}>
      {goals.map((goal) => (
        <GoalRow key={goal.id} goal={goal} {...parts} />
      ))}
    </ul>
  );
}

function FinishedGoals({ goals, ...parts }: ActProps & { readonly goals: readonly GoalView[] }) {
  const styles = useHomeStyles();
  const say = homeMessages(useLocale());
  const [isShown, setShown] = useState(false);
  return (
    <>
      <Button
        appearance="subtle"
        icon={<Chevron turn={isShown ? "up" : "down"} />}
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {say.finishedGoals(goals.length)}
      </Button>
      {isShown && (
        <div className={styles.finished}>
          <GoalList goals={goals} {...parts} />
        </div>
      )}
    </>
  );
}
