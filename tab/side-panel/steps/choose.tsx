import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { panelMessages } from "../../../shared/content/panel-messages.ts";
import type { SessionView } from "../../../shared/contract/sessions.ts";
import { useLocale } from "../../app-context.tsx";
import { Swap } from "../../components/icons.tsx";
import { memberOf } from "../../components/people.ts";
import { Choices } from "../choices.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import { PrimaryButton } from "../primary-button.tsx";
import { QuietControl } from "../quiet-control.tsx";
import { nextPart } from "../session-state.ts";
import { StatusLine } from "../status-line.tsx";
import { Step, type StepProps } from "../step.tsx";

/** Two prompts to choose from. Either picks, and both panels move. Nothing is chosen beforehand: that would be a nudge. */
export function ChooseStep({ session, act, isActing, problem }: StepProps) {
  const styles = usePanelStyles();
  const own = useStyles();
  const say = panelMessages(useLocale());
  const [picked, setPicked] = useState<string | null>(null);
  const [isUnpicked, setUnpicked] = useState(false);
  const { members, offered, hasLeft } = session;
  const chosen = offered.find((prompt) => prompt.id === picked);
  const open = () => (chosen ? act({ type: "pick", promptId: chosen.id }) : setUnpicked(true));
  if (offered.length === 0) return <NothingOffered session={session} act={act} isActing={isActing} problem={problem} />;
  return (
    <Step
      problem={problem}
      foot={
        <>
          <StatusLine>{isUnpicked && !chosen && say.pickFirst}</StatusLine>
          <div className={styles.footRow}>
            {chosen && (
              <QuietControl
                icon={<Swap />}
                isBusy={isActing}
                onPress={() => act({ type: "swap", promptId: chosen.id })}
              >
                {say.swapOne}
              </QuietControl>
            )}
            <QuietControl {...(chosen ? {} : { icon: <Swap /> })} isBusy={isActing} onPress={() => act("offer-others")}>
              {say.offerOthers}
            </QuietControl>
          </div>
          <PrimaryButton isBusy={isActing} onPress={open}>
            {say.openForAll(members.length)}
          </PrimaryButton>
        </>
      }
    >
      <h1 tabIndex={-1} className={mergeClasses(styles.lineTitle, own.title)}>
        {hasLeft ? say.left : say.chooseTitle(offered.length, members.length)}
      </h1>
      <Choices
        label={say.promptsLabel}
        shape="cards"
        chosen={chosen?.id ?? null}
        onChoose={setPicked}
        choices={offered.map((prompt) => ({
          value: prompt.id,
          words: prompt.text,
          about: <About prompt={prompt} members={members} />,
        }))}
      />
    </Step>
  );
}

function About({
  prompt: { theme, minutes, labels, broughtBy },
  members,
}: {
  readonly prompt: SessionView["offered"][number];
  readonly members: SessionView["members"];
}) {
  const say = panelMessages(useLocale());
  const words = say.themeAndMinutes(
    say.themes[theme],
    minutes,
    labels.map((label) => say.labels[label]),
  );
  if (broughtBy === null) return words;
  return (
    <>
      <strong>{say.broughtBy(memberOf(members, broughtBy).name)}</strong> · {words}
    </>
  );
}

function NothingOffered({
  session,
  act,
  isActing,
  problem,
}: Pick<StepProps, "session" | "act" | "isActing" | "problem">) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  return (
    <Step
      problem={problem}
      foot={
        <PrimaryButton isBusy={isActing} onPress={() => act("go-on")}>
          {say.wayOn(nextPart(session))}
        </PrimaryButton>
      }
    >
      <h1 tabIndex={-1} className={styles.title}>
        {say.noPrompts}
      </h1>
    </Step>
  );
}

const useStyles = makeStyles({ title: { marginTop: "4px" } });
