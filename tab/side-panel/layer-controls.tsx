import type { ReactElement } from "react";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import { useLocale } from "../app-context.tsx";
import { Agreement, ClosedNotebook, Question, Swap } from "../components/icons.tsx";
import { QuietControl } from "./quiet-control.tsx";
import type { Layer, StepProps } from "./step.tsx";

const icons: Readonly<Record<Exclude<Layer, "parts">, ReactElement>> = {
  swap: <Swap />,
  exercise: <Swap />,
  questions: <Question />,
  agreement: <Agreement />,
  notes: <ClosedNotebook />,
};

/** The ways into the layers below this step. */
export function LayerControls({
  layers,
  from,
  onLayer,
}: Pick<StepProps, "from" | "onLayer"> & { readonly layers: readonly Exclude<Layer, "parts">[] }) {
  const say = panelMessages(useLocale());
  const words: Readonly<Record<Exclude<Layer, "parts">, string>> = {
    swap: say.swapOrLeave,
    exercise: say.swapExercise,
    questions: say.questions,
    agreement: say.agreement,
    notes: say.notes,
  };
  return layers.map((layer) => (
    <QuietControl key={layer} icon={icons[layer]} hasFocus={layer === from} onPress={() => onLayer(layer)}>
      {words[layer]}
    </QuietControl>
  ));
}
