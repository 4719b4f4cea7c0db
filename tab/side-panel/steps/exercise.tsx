import { makeStyles } from "@fluentui/react-components";
import { panelMessages } from "../../../shared/content/panel-messages.ts";
import type { ExerciseView } from "../../../shared/contract/sessions.ts";
import { useLocale } from "../../app-context.tsx";
import { Chevron } from "../../components/icons.tsx";
import { namesOf } from "../../components/people.ts";
import { LayerControls } from "../layer-controls.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import { PrimaryButton } from "../primary-button.tsx";
import { QuietControl } from "../quiet-control.tsx";
import { nextPart, openerFirst } from "../session-state.ts";
import { StageControl } from "../stage-control.tsx";
import { Step, type StepProps } from "../step.tsx";

/** Something to do together, a step at a time. The lighter way replaces all its steps. */
export function ExerciseStep(props: StepProps) {
  const { session, act, isActing, problem, from, onLayer } = props;
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const { exercise, exerciseStep, isLight } = session;
  const isLast = !exercise || isLight || exerciseStep + 1 >= exercise.steps.length;
  return (
    <Step
      problem={problem}
      foot={
        <PrimaryButton isBusy={isActing} onPress={() => act(isLast ? "go-on" : "next-step")}>
          {isLast ? say.wayOn(nextPart(session)) : say.nextStep}
        </PrimaryButton>
      }
    >
      <h1 tabIndex={-1} className={styles.title}>
        {exercise?.title ?? say.noExercise}
      </h1>
      {exercise ? <StepWords {...props} exercise={exercise} /> : <p className={styles.lead}>{say.noExerciseLead}</p>}
      <div className={styles.controls}>
        {exercise && !isLight && exerciseStep > 0 && (
          <QuietControl icon={<Chevron turn="left" />} isBusy={isActing} onPress={() => act("step-back")}>
            {say.previousStep}
          </QuietControl>
        )}
        <LayerControls layers={["notes"]} from={from} onLayer={onLayer} />
        {exercise && <StageControl {...props} />}
        {exercise && <LayerControls layers={["exercise"]} from={from} onLayer={onLayer} />}
      </div>
    </Step>
  );
}

function StepWords({ session, exercise }: StepProps & { readonly exercise: ExerciseView }) {
  const styles = usePanelStyles();
  const own = useStyles();
  const say = panelMessages(useLocale());
  const { exerciseStep, isLight } = session;
  const step = exercise.steps[exerciseStep];
  if (isLight || !step) return <p className={styles.quote}>{exercise.lighter}</p>;
  const who = step.who === "together" ? say.together : say.inTurn(namesOf(openerFirst(session)));
  return (
    <>
      <p className={own.step}>
        {say.themeAndMinutes(say.stepOf(exerciseStep + 1, exercise.steps.length), step.minutes, [who])}
      </p>
      <p className={styles.quote}>{step.text}</p>
    </>
  );
}

const useStyles = makeStyles({ step: { margin: "12px 0 0", fontSize: "12px", lineHeight: "16px", fontWeight: 600 } });
