import { mergeClasses } from "@fluentui/react-components";
import { panelMessages } from "../../../shared/content/panel-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { Ring } from "../../components/icons.tsx";
import { memberOf, namesOf, partnersOf } from "../../components/people.ts";
import { LayerControls } from "../layer-controls.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import { PrimaryButton } from "../primary-button.tsx";
import { QuietControl } from "../quiet-control.tsx";
import { StageControl } from "../stage-control.tsx";
import { Step } from "../step.tsx";
import { type TurnProps, wordsOfPrompt } from "./prompt-words.ts";

/** From how many characters a prompt is set smaller. */
const longPrompt = 95;

/** A turn: the prompt large, and who speaks in the weave above. What helps now and then lies one layer down. */
export function TurnStep({ ring: [hasRing, toggleRing], isFull, ...props }: TurnProps) {
  const { session, act, isActing, problem, from, onLayer } = props;
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const { members, speaker, first, spoken, isLight } = session;
  if (!speaker) return null;
  const listeners = namesOf(partnersOf(members, speaker));
  const order =
    first !== null && first === speaker && spoken.length === 0 ? say.sharesFirst(memberOf(members, first).name) : "";
  const words = wordsOfPrompt(session);
  const time = isFull ? `${say.timeYouNeed} ` : "";
  return (
    <Step
      problem={problem}
      foot={
        <PrimaryButton isBusy={isActing} onPress={() => act("ask")}>
          {say.nowQuestion(listeners)}
        </PrimaryButton>
      }
    >
      <h1 tabIndex={-1} className={mergeClasses(styles.title, words.length > longPrompt && styles.longTitle)}>
        {words}
      </h1>
      <p className={styles.lead}>
        {isLight && `${say.lighterHere}. `}
        {time}
        {order || say.thenAsks(listeners)}
      </p>
      <div className={styles.controls}>
        <LayerControls layers={["swap"]} from={from} onLayer={onLayer} />
        <QuietControl icon={<Ring />} isPressed={hasRing} onPress={toggleRing}>
          {say.ring}
        </QuietControl>
        <StageControl {...props} />
        <LayerControls layers={["notes", "agreement"]} from={from} onLayer={onLayer} />
      </div>
    </Step>
  );
}
