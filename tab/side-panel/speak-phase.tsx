import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { panelMessages } from "../../shared/content/tab-messages.ts";
import { useLocale } from "../app-context.tsx";
import { Agreement, Question, Swap } from "../components/icons.tsx";
import { namesOf, partnersOf } from "../components/people.ts";
import { usePanelStyles } from "./panel.styles.ts";
import { Phase, type PhaseProps } from "./phase.tsx";
import { PrimaryButton } from "./primary-button.tsx";
import { isLastTurn } from "./session-state.ts";
import { openerFirst, SessionWeave } from "./session-weave.tsx";
import { type Layer, SpeakLayer } from "./speak-layer.tsx";

/** A turn: the prompt, who speaks and who listens. What helps now and then lies one layer down. */
export function SpeakPhase(props: PhaseProps) {
  const [layer, setLayer] = useState<Layer | null>(null);
  const [opener, setOpener] = useState<Layer | null>(null);
  const back = () => {
    setOpener(layer);
    setLayer(null);
  };
  return layer ? (
    <SpeakLayer layer={layer} onBack={back} {...props} />
  ) : (
    <Turn from={opener} onLayer={setLayer} {...props} />
  );
}

function Turn({
  from,
  onLayer,
  ...props
}: PhaseProps & { readonly from: Layer | null; readonly onLayer: (layer: Layer) => void }) {
  const { session, act, isActing, problem } = props;
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const { members, prompt, speaker, round, rounds } = session;
  if (!prompt || !speaker) return null;
  const listeners = partnersOf(members, speaker);
  const left = openerFirst(session)[0]?.id;
  const controls: readonly (readonly [Layer, () => ReactNode, string])[] = [
    ["questions", Question, say.questions],
    ["lighter", Swap, say.lighterOrMoveOn],
    ["agreement", Agreement, say.agreement],
  ];
  return (
    <Phase
      header={say.round(round, rounds)}
      aside={say.themes[prompt.theme]}
      problem={problem}
      foot={
        <PrimaryButton isBusy={isActing} onPress={() => act("change-over")}>
          {isLastTurn(session) ? say.thatWasAll(members.length) : say.changeOver}
        </PrimaryButton>
      }
    >
      <SessionWeave
        session={session}
        filled={[speaker]}
        lean={speaker === left ? 1 : -1}
        caption={(id, name) => (id === speaker ? say.turn(name) : say.listens(name))}
      />
      <h1 tabIndex={-1} className={styles.title}>
        {prompt.text}
      </h1>
      <p className={styles.lead}>{say.thenAsks(namesOf(listeners))}</p>
      <div className={styles.controls}>
        {controls.map(([layer, Icon, words]) => (
          <Button
            key={layer}
            appearance="subtle"
            icon={<Icon />}
            className={styles.control}
            autoFocus={layer === from}
            onClick={() => onLayer(layer)}
          >
            {words}
          </Button>
        ))}
      </div>
    </Phase>
  );
}
