import { Button, makeStyles } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import { panelMessages } from "../../shared/content/tab-messages.ts";
import { useEveryViewMessages, useLocale } from "../app-context.tsx";
import { Chevron } from "../components/icons.tsx";
import { namesOf, partnersOf } from "../components/people.ts";
import { ProblemLine } from "../components/problem-line.tsx";
import { AgreedLines } from "./agreed-lines.tsx";
import { usePanelStyles } from "./panel.styles.ts";
import { type PhaseProps, worded } from "./phase.tsx";

/** What lies one layer below a turn. */
export type Layer = "questions" | "lighter" | "agreement";

/** The layer that was opened, with Back on top. Escape goes back too. */
export function SpeakLayer({
  layer,
  onBack,
  ...props
}: PhaseProps & { readonly layer: Layer; readonly onBack: () => void }) {
  const styles = usePanelStyles();
  const say = useEveryViewMessages();
  const locale = useLocale();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  useEscape(onBack);
  const content: Readonly<Record<Layer, () => ReactNode>> = {
    questions: () => <Questions {...props} />,
    lighter: () => <Lighter {...props} />,
    agreement: () => <AgreedLines session={props.session} />,
  };
  return (
    <div className={styles.body}>
      <Button appearance="subtle" icon={<Chevron turn="left" />} className={styles.control} onClick={onBack}>
        {say.back}
      </Button>
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        {useLayerTitle(layer)}
      </h1>
      {content[layer]()}
      <ProblemLine problem={props.problem && worded(props.problem, panelMessages(locale).notReached)} />
    </div>
  );
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

function useLayerTitle(layer: Layer): string {
  const say = panelMessages(useLocale());
  return { questions: say.questions, lighter: say.lighterTitle, agreement: say.agreement }[layer];
}

function Questions({ session: { prompt, members, speaker } }: PhaseProps) {
  const styles = usePanelStyles();
  const own = useStyles();
  const say = panelMessages(useLocale());
  return (
    <>
      <p className={styles.lead}>{say.questionsLead(namesOf(partnersOf(members, speaker ?? "")))}</p>
      <ul className={own.questions}>
        {prompt?.followUps.map((question) => (
          <li key={question} className={own.question}>
            {question}
          </li>
        ))}
      </ul>
    </>
  );
}

function Lighter({ session: { prompt }, act, isActing }: PhaseProps) {
  const styles = usePanelStyles();
  const own = useStyles();
  const say = panelMessages(useLocale());
  return (
    <>
      <p className={own.question}>{prompt?.lighter}</p>
      <div className={own.choice}>
        <p className={styles.small}>{say.moveOnLead}</p>
        <Button disabledFocusable={isActing} onClick={() => act("move-on")}>
          {say.moveOn}
        </Button>
      </div>
      <div className={own.choice}>
        <p className={styles.small}>{say.endHereLead}</p>
        <Button disabledFocusable={isActing} onClick={() => act("close")}>
          {say.endHere}
        </Button>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  questions: { listStyleType: "none", margin: "12px 0 0", padding: 0, display: "grid", rowGap: "12px" },
  question: { fontSize: "16px", lineHeight: "24px", margin: "8px 0 0", textWrap: "pretty" },
  choice: { display: "grid", justifyItems: "start", rowGap: "8px", marginTop: "24px" },
});
