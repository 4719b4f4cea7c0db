import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { panelMessages } from "../../../shared/content/panel-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { LayerControls } from "../layer-controls.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import { PrimaryButton } from "../primary-button.tsx";
import { isLastTurn } from "../session-state.ts";
import { StageControl } from "../stage-control.tsx";
import { Step, type StepProps } from "../step.tsx";
import { wordsOfPrompt } from "./prompt-words.ts";

/** The question to a turn: whoever listened asks one. Some to borrow lie one layer down. */
export function FollowUpStep(props: StepProps) {
  const { session, act, isActing, problem, from, onLayer } = props;
  const styles = usePanelStyles();
  const own = useStyles();
  const say = panelMessages(useLocale());
  const { members, speaker, prompt } = session;
  if (!speaker || !prompt) return null;
  const listeners = namesOf(partnersOf(members, speaker));
  return (
    <Step
      problem={problem}
      foot={
        <PrimaryButton isBusy={isActing} onPress={() => act("change-over")}>
          {isLastTurn(session) ? say.thatWasAll(members.length) : say.changeOver}
        </PrimaryButton>
      }
    >
      <h1 tabIndex={-1} className={styles.title}>
        {say.askTitle(listeners)}
      </h1>
      <p className={styles.lead}>{say.askLead}</p>
      <p className={mergeClasses(styles.small, own.prompt)}>{wordsOfPrompt(session)}</p>
      <div className={styles.controls}>
        {prompt.followUps.length > 0 && <LayerControls layers={["questions"]} from={from} onLayer={onLayer} />}
        <LayerControls layers={["swap"]} from={from} onLayer={onLayer} />
        <StageControl {...props} />
        <LayerControls layers={["notes", "agreement"]} from={from} onLayer={onLayer} />
      </div>
    </Step>
  );
}

const useStyles = makeStyles({ prompt: { marginTop: "8px" } });
