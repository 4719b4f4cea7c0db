import { mergeClasses } from "@fluentui/react-components";
import { exercises } from "../../../shared/content/exercises.ts";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import { stages } from "../../../shared/domain/cohort.ts";
import type { Exercise } from "../../../shared/domain/exercise.ts";
import { useLocale } from "../../app-context.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { type Findable, fits, type Wish } from "./find-prompts.ts";
import { OtherWays } from "./other-ways.tsx";
import { OpeningRow } from "./prompt-row.tsx";
import { usePromptsStyles } from "./prompts.styles.ts";

/** The exercises that fit the wish, to read. A session offers them by itself. */
export function ExerciseList({ wish, onWish }: { readonly wish: Wish; readonly onWish: (wish: Wish) => void }) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const listed = exercises.filter((exercise) => fits(findableExercise(exercise), wish));
  return (
    <>
      <p role="status" className={styles.count}>
        {listed.length === 0 ? say.nothing : `${say.countOfExercises(listed.length)}. ${say.exercisesLead}`}
      </p>
      {listed.length === 0 && <OtherWays wish={wish} onWish={onWish} />}
      <ul className={mergeClasses(page.list, styles.exercises)}>
        {listed.map((exercise) => (
          <ExerciseRow key={exercise.id} exercise={exercise} />
        ))}
      </ul>
    </>
  );
}

const findableExercise = ({ stages: at, theme, labels, title, about, steps, lighter }: Exercise): Findable => ({
  stages: at,
  theme,
  labels,
  lines: [title, about, ...steps.map(({ text }) => text), lighter],
});

function ExerciseRow({ exercise }: { readonly exercise: Exercise }) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const { title, about, theme, minutes, steps, lighter, labels, stages: at } = exercise;
  const sessions = at.map((stage) => stages.indexOf(stage) + 1);
  return (
    <OpeningRow
      title={title}
      details={say.exerciseDetails(say.themes[theme], minutes, sessions, labels.map(say.topicInList))}
    >
      <p className={page.sentence}>{about}</p>
      <div>
        <h3 className={styles.part}>{say.steps}</h3>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.text}>
              {step.text} <span className={page.small}>{say.stepDetails(step.minutes, say.stepWho[step.who])}</span>
            </li>
          ))}
        </ol>
      </div>
      <div>
        <h3 className={styles.part}>{say.lighter}</h3>
        <p className={styles.line}>{lighter}</p>
      </div>
    </OpeningRow>
  );
}
