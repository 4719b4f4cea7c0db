import { panelLayersMessages } from "../../../shared/content/panel-layers-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import type { StepProps } from "../step.tsx";
import { OfferedAct } from "./offered-act.tsx";

/** A lighter way into this exercise, another one, or none. */
export function ExerciseLayer({ session: { exercise, isLight }, act, isActing }: StepProps) {
  const styles = usePanelStyles();
  const say = panelLayersMessages(useLocale());
  return (
    <>
      {exercise && <p className={styles.lead}>{exercise.about}</p>}
      {exercise && !isLight && (
        <>
          <p className={styles.quote}>{exercise.lighter}</p>
          <OfferedAct
            lead={say.lighterTitle}
            words={say.takeLighter}
            isBusy={isActing}
            onPress={() => act("lighten")}
          />
        </>
      )}
      <OfferedAct
        lead={say.otherExerciseLead}
        words={say.otherExercise}
        isBusy={isActing}
        onPress={() => act("swap-exercise")}
      />
      <OfferedAct lead={say.skipExerciseLead} words={say.skipExercise} isBusy={isActing} onPress={() => act("go-on")} />
    </>
  );
}
