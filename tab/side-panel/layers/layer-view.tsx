import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import { panelLayersMessages } from "../../../shared/content/panel-layers-messages.ts";
import { panelMessages } from "../../../shared/content/panel-messages.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { Chevron } from "../../components/icons.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { AgreedLines } from "../agreed-lines.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import { type Layer, type StepProps, worded } from "../step.tsx";
import { ExerciseLayer } from "./exercise-layer.tsx";
import { NotesLayer } from "./notes-layer.tsx";
import { PartsLayer } from "./parts-layer.tsx";
import { QuestionsLayer } from "./questions-layer.tsx";
import { SwapLayer } from "./swap-layer.tsx";

/** The layer that was opened, with Back on top and, beside it, where the session is meanwhile. Escape goes back too. */
export function LayerView({
  layer,
  onBack,
  now,
  ...props
}: StepProps & { readonly layer: Layer; readonly onBack: () => void; readonly now: string }) {
  const styles = usePanelStyles();
  const own = useStyles();
  const locale = useLocale();
  const every = useEveryViewMessages();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  useEscape(onBack);
  const contents: Readonly<Record<Layer, () => ReactNode>> = {
    questions: () => <QuestionsLayer {...props} />,
    swap: () => <SwapLayer {...props} />,
    exercise: () => <ExerciseLayer {...props} />,
    agreement: () => <AgreedLines session={props.session} />,
    notes: () => <NotesLayer />,
    parts: () => <PartsLayer {...props} onBack={onBack} />,
  };
  return (
    <>
      <div className={own.head}>
        <Button appearance="subtle" icon={<Chevron turn="left" />} className={styles.control} onClick={onBack}>
          {every.back}
        </Button>
        <span className={own.now}>{now}</span>
      </div>
      <h1 ref={title} tabIndex={-1} className={styles.title} data-layer={layer}>
        {useTitle(layer)}
      </h1>
      {contents[layer]()}
      <ProblemLine problem={props.problem && worded(props.problem, panelMessages(locale).notReached)} />
    </>
  );
}

function useTitle(layer: Layer): string {
  const locale = useLocale();
  const say = panelMessages(locale);
  const titles: Readonly<Record<Layer, string>> = {
    questions: say.questions,
    swap: say.swapOrLeaveTitle,
    exercise: say.swapExercise,
    agreement: say.agreement,
    notes: panelLayersMessages(locale).notesLabel,
    parts: say.partsTitle,
  };
  return titles[layer];
}

function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => {
      if (key === "Escape") onEscape();
    };
    addEventListener("keydown", leave);
    return () => removeEventListener("keydown", leave);
  }, [onEscape]);
}

const useStyles = makeStyles({
  head: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: "8px", marginLeft: "-4px" },
  now: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, textAlign: "right", minWidth: 0 },
});
