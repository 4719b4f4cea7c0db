import { panelLayersMessages } from "../../../shared/content/panel-layers-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import type { StepProps } from "../step.tsx";
import { OfferedAct } from "./offered-act.tsx";

/** Ways off this prompt, or a lighter way into it. None needs a reason, and none names anybody. */
export function SwapLayer({ session: { prompt, isLight, phase }, act, isActing }: StepProps) {
  const styles = usePanelStyles();
  const say = panelLayersMessages(useLocale());
  return (
    <>
      {prompt && !isLight && (
        <>
          <p className={styles.quote}>{prompt.lighter}</p>
          <OfferedAct
            lead={say.lighterTitle}
            words={say.takeLighter}
            isBusy={isActing}
            onPress={() => act("lighten")}
          />
        </>
      )}
      <OfferedAct lead={say.othersLead} words={say.takeOthers} isBusy={isActing} onPress={() => act("leave")} />
      {phase === "turn" && (
        <OfferedAct
          lead={say.overWithoutLead}
          words={say.overWithout}
          isBusy={isActing}
          onPress={() => act("change-over")}
        />
      )}
      <OfferedAct lead={say.moveOnLead} words={say.moveOn} isBusy={isActing} onPress={() => act("move-on")} />
    </>
  );
}
